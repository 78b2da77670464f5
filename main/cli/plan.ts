import type { PlanView } from '#contract/plan-view.ts';
import type { Context } from '#main/services/context.ts';
import { planHandlers } from '#main/services/plan.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import { type HeadcountHours, headcountHours } from '#model/plan/headcount-hours.ts';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { localOfInstant } from '#model/time.ts';
import type { Call } from './args.ts';
import { askedPeriod } from './at.ts';
import { CommandError } from './errors.ts';
import { planWords } from './plan-words.ts';

/**
 * How the needs of a case are met: intervals of whole minutes, planned and confirmed, each with its state and why, in
 * codes and in words. Reading a case is one line in the use log.
 */
export async function listCoverage(context: Context, caseId: RecordId, call: Call, lang: Lang) {
  const zone = await zoneOf(context, caseId);
  const question = { caseId, ...askedPeriod(call, zone) };
  await context.book.use('open', { recordId: caseId });
  const [view, { intervals }] = await Promise.all([
    planHandlers['plan.window'](context, question),
    planHandlers['plan.coverage'](context, question),
  ]);
  const names = namesOf(view);
  const words = planWords(view, names, lang, zone);
  const hours = new Map(headcountHours(intervals).map((one) => [keyOf(one.need), one]));
  return intervals.map((interval) => {
    const { need, layer, fromAt, toAt, state, present, required, reasons } = interval;
    return {
      need: names.get(need.id) ?? '',
      needId: need.id,
      occurrence: need.originalLocal,
      layer,
      from: localOfInstant(fromAt, zone),
      to: localOfInstant(toAt, zone),
      fromAt,
      toAt,
      minutes: (toAt - fromAt) / 60_000,
      state,
      present,
      required,
      // Of the whole occurrence, the same on each of its intervals.
      personHours: inHours(hours.get(keyOf(need))),
      reasons: reasons.map((reason) => {
        const { code, duty, qualificationId } = reason;
        return {
          code,
          words: words.reason(reason),
          ...(duty && { measure: names.get(duty.id) ?? '', measureId: duty.id }),
          ...(qualificationId && { qualification: names.get(qualificationId) ?? '' }),
        };
      }),
      text: words.coverage(interval),
    };
  });
}

/** Person-hours of an occurrence: asked for, planned, confirmed. */
function inHours(found: HeadcountHours | undefined) {
  const hours = (minutes = 0) => Math.round((minutes / 60) * 100) / 100;
  return { needed: hours(found?.needed), planned: hours(found?.planned), confirmed: hours(found?.confirmed) };
}

/**
 * What does not hold as planned, of one case or of all, in codes and in words: conflicts, what someone must see to, what
 * dates ask for.
 */
export async function listConflicts(context: Context, caseId: RecordId | null, call: Call, lang: Lang) {
  const zone = caseId === null ? context.zone : await zoneOf(context, caseId);
  const question = { caseId, ...askedPeriod(call, zone) };
  if (caseId !== null) await context.book.use('open', { recordId: caseId });
  const [view, found] = await Promise.all([
    planHandlers['plan.window'](context, question),
    planHandlers['plan.conflicts'](context, question),
  ]);
  const names = namesOf(view);
  const words = planWords(view, names, lang, zone);
  const accepted = new Map(found.accepted.map((one) => [one.key, one]));
  const acceptance = (key: string) => {
    const one = accepted.get(key);
    if (!one) return {};
    const until = one.untilAt === null ? null : localOfInstant(one.untilAt, zone);
    const isHeld = one.untilAt === null || one.untilAt > context.now();
    return { accepted: { reason: one.reason, by: one.by, until, holds: isHeld } };
  };
  const shown = (one: {
    readonly key: string;
    readonly type: string;
    readonly fromAt: number;
    readonly toAt: number;
    readonly duties: readonly OccurrenceRef[];
  }) => ({
    key: one.key,
    type: one.type,
    from: localOfInstant(one.fromAt, zone),
    to: localOfInstant(one.toAt, zone),
    fromAt: one.fromAt,
    toAt: one.toAt,
    measures: one.duties.map(({ id, originalLocal }) => ({
      measure: names.get(id) ?? '',
      id,
      occurrence: originalLocal,
    })),
    ...acceptance(one.key),
  });
  return {
    conflicts: found.conflicts.map((one) => ({
      ...shown(one),
      who: names.get(one.subjectId ?? '') ?? null,
      figure: one.figure,
      limit: one.limit,
      estimate: one.estimate !== null,
      source: one.source?.cite ?? null,
      reading: one.source?.reading ?? false,
      text: words.conflict(one),
    })),
    items: found.items.map((one) => ({
      ...shown(one),
      officers: one.officerIds.map((id) => names.get(id) ?? ''),
      text: words.work(one),
    })),
    raised: found.raised.map((one) => ({
      key: one.key,
      state: one.state,
      type: one.type,
      reason: one.reason,
      date: localOfInstant(one.date.fromAt, zone),
      precision: one.date.precision,
      from: localOfInstant(one.fromAt, zone),
      to: one.hasEnd ? localOfInstant(one.toAt, zone) : null,
      fromAt: one.fromAt,
      toAt: one.toAt,
      for: one.personIds.map((id) => ({ id, person: names.get(id) ?? '' })),
      level: one.level,
      headcount: one.headcount,
      sourceId: one.sourceId,
      riskId: one.riskId,
      needIds: one.needIds,
      movedFrom: one.movedFrom && localOfInstant(one.movedFrom.fromAt, zone),
      gone: one.gone,
      missingMinutes: one.missing.reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt) / 60_000, 0),
      ...acceptance(one.key),
    })),
  };
}

async function zoneOf({ book }: Context, caseId: RecordId): Promise<string> {
  const [record] = await book.list('case', { ids: [caseId] });
  if (!record) throw new CommandError('NOT_FOUND', 'no such case');
  return record.values.zone;
}

/** What the ids of a plan are called. */
function namesOf(view: PlanView): Map<string, string> {
  return new Map<string, string>([
    ...view.needs.map(({ id, label }) => [id, label] as const),
    ...view.measures.map(({ id, title, code }) => [id, title || (code ?? '')] as const),
    ...view.officers.map(({ id, name }) => [id, name] as const),
    ...view.vehicles.map(({ id, label }) => [id, label] as const),
    ...view.places.map(({ id, label }) => [id, label] as const),
    ...view.persons.map(({ id, name }) => [id, name] as const),
    ...view.qualifications.map(({ id, label }) => [id, label] as const),
  ]);
}
