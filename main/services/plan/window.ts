/** From records to what the rules of planning read. */
import type { RecordId } from '#model/ids.ts';
import { toMinute } from '#model/plan/intervals.ts';
import { expand } from '#model/plan/recurrence.ts';
import type {
  Appearance,
  Duty,
  Handover,
  Need,
  Occurrence,
  Period,
  PlaceToAvoid,
  PlanWindow,
  Stay,
  Unavailable,
} from '#model/plan/types.ts';
import { resolveLocal } from '#model/time.ts';
import { dutyOf } from './duty.ts';
import type { PlanRecords } from './records.ts';
import { REST_MS } from './records.ts';
import { type PlannedSeries, rowsBySeries, seriesOf } from './series.ts';
import { contextOf, type WindowContext } from './window-context.ts';

export interface ExpandedPlan {
  readonly series: PlannedSeries;
  readonly occurrences: readonly Occurrence[];
}

export interface BuiltWindow {
  readonly window: PlanWindow;
  readonly truncated: boolean;
  /** Needs and measures with their occurrences in the window itself, in the order of the records. */
  readonly plans: readonly ExpandedPlan[];
}

export interface WindowOptions extends Period {
  readonly nowAt: number;
  /** Zone in which days are counted. */
  readonly zone: string;
  /** The case asked for; null is all. */
  readonly caseId: RecordId | null;
}

/** The window the rules read, and the occurrences it was made of. */
export function buildWindow(records: PlanRecords, options: WindowOptions): BuiltWindow {
  const { fromAt, toAt, nowAt, zone } = options;
  const window = { fromAt, toAt };
  const rest = { fromAt: fromAt - REST_MS, toAt: toAt + REST_MS };
  const zones = new Map(records.cases.map((one) => [one.id, one.values.zone]));
  const rows = rowsBySeries(records.occurrences);
  const context = contextOf(records);
  const plans: ExpandedPlan[] = [];
  const needs: Need[] = [];
  const duties: Duty[] = [];
  let truncated = false;
  const add = (series: PlannedSeries, over: Period) => {
    const found = expand(series.series, over);
    truncated ||= found.truncated;
    const occurrences = found.occurrences.filter((one) => touches(one, window));
    if (occurrences.length > 0) plans.push({ series, occurrences });
    return found.occurrences;
  };

  for (const record of records.needs) {
    const series = seriesOf(record, zones.get(record.caseId as RecordId) ?? zone, rows.get(record.id));
    if (!series) continue;
    for (const occurrence of add(series, window)) {
      const need = needOf(series, occurrence, context, toAt);
      if (need) needs.push(need);
    }
  }
  for (const record of records.measures) {
    const series = seriesOf(record, zones.get(record.caseId as RecordId) ?? zone, rows.get(record.id));
    if (!series) continue;
    const isManned = context.assignments.has(record.id);
    for (const occurrence of add(series, isManned ? rest : window)) duties.push(dutyOf(series, occurrence, context));
  }
  return {
    truncated,
    plans,
    window: {
      ...window,
      nowAt,
      zone,
      needs,
      duties,
      stays: staysOf(records, zones, toAt),
      handovers: handoversOf(records, zones),
      held: records.held.map(({ values }) => ({
        officerId: values.officerId,
        qualificationId: values.qualificationId,
        untilAt: values.validUntilAt,
      })),
      positions: records.places.map(({ id, values }) => ({
        placeId: id,
        lat: degrees(values.latitudeE6),
        lon: degrees(values.longitudeE6),
      })),
      avoid: avoidOf(records, nowAt),
      appearances: appearancesOf(records, zones),
      restExceptions: records.restExceptions.map(({ id, values }) => ({
        id,
        officerId: values.officerId,
        rule: values.ruleKey,
        fromAt: values.fromAt,
        toAt: values.untilAt,
      })),
      unavailable: unavailableOf(records),
      reviews: reviewsOf(plans),
    },
  };
}

/** A need that is declined by her or has ended asks for nothing; neither does an occurrence that is called off. */
function needOf(
  { record, caseId, rows }: PlannedSeries,
  occurrence: Occurrence,
  context: WindowContext,
  toAt: number,
): Need | null {
  if (record.kind !== 'need' || record.values.status !== 'active') return null;
  const { values } = record;
  const own = rows.get(occurrence.originalLocal)?.values;
  if (own && own.status !== null && own.status !== 'planned' && own.status !== 'active') return null;
  const personId = values.personId ?? context.protectedOf.get(caseId)?.[0] ?? null;
  if (personId === null) return null;
  return {
    id: record.id,
    originalLocal: occurrence.originalLocal,
    caseId,
    personId,
    level: values.protectionLevel,
    placeId: own?.placeId ?? values.placeId,
    fromAt: occurrence.fromAt,
    // An open need lasts as long as one looks.
    toAt: occurrence.toAt ?? toMinute(toAt),
    headcount: Math.max(1, own?.headcount ?? values.headcount ?? 1),
    qualifications: context.required.get(record.id) ?? [],
  };
}

function staysOf({ stays }: PlanRecords, zones: ReadonlyMap<RecordId, string>, toAt: number): Stay[] {
  return stays.flatMap(({ id, caseId, values }) => {
    const zone = zones.get(caseId as RecordId) ?? 'UTC';
    const from = resolveLocal(values.fromLocal, zone);
    const to = values.toLocal === null ? null : resolveLocal(values.toLocal, zone);
    if (!from) return [];
    return [
      { id, personId: values.personId, placeId: values.placeId, fromAt: from.at, toAt: to?.at ?? toMinute(toAt) },
    ];
  });
}

function handoversOf(records: PlanRecords, zones: ReadonlyMap<RecordId, string>): Handover[] {
  return records.handovers.flatMap(({ id, caseId, struckAt, values }) => {
    const { fromMeasureId, fromOccurrenceLocal, toMeasureId, toOccurrenceLocal, atLocal } = values;
    const at = atLocal && resolveLocal(atLocal, zones.get(caseId as RecordId) ?? 'UTC');
    if (struckAt !== null || !fromMeasureId || !fromOccurrenceLocal || !toMeasureId || !toOccurrenceLocal || !at)
      return [];
    return [
      {
        id,
        from: { id: fromMeasureId, originalLocal: fromOccurrenceLocal },
        to: { id: toMeasureId, originalLocal: toOccurrenceLocal },
        giverId: values.giverId,
        receiverId: values.receiverId,
        at: at.at,
        takenOverAt: values.takenOverAt,
      },
    ];
  });
}

/** Places of the threat actors of a case: what is theirs by the record, and where each was last seen. */
function avoidOf({ roles, places, whereabouts }: PlanRecords, nowAt: number): PlaceToAvoid[] {
  return roles.flatMap(({ caseId, values: { role, personId } }): PlaceToAvoid[] => {
    if (role !== 'threat_actor' || !caseId) return [];
    const own = places.filter((place) => place.values.personId === personId);
    // The newest that names a place: that nothing is known since does not make the place another.
    const seen = whereabouts
      .filter(({ values: one }) => one.personId === personId && one.placeId !== null && one.since.fromAt <= nowAt)
      .toSorted((a, b) => a.values.since.fromAt - b.values.since.fromAt)
      .at(-1)?.values.placeId;
    return [
      ...own.map(({ id, values: { type } }) => {
        const why = type === 'home' ? ('home' as const) : type === 'work' ? ('work' as const) : ('known_stay' as const);
        return { caseId, personId, placeId: id, why };
      }),
      ...(seen ? [{ caseId, personId, placeId: seen, why: 'last_seen' as const }] : []),
    ];
  });
}

function appearancesOf({ appearances, roles }: PlanRecords, zones: ReadonlyMap<RecordId, string>): Appearance[] {
  return appearances.flatMap(({ id, caseId, values }) => {
    const zone = zones.get(caseId as RecordId) ?? 'UTC';
    const arrive = resolveLocal(values.arriveLocal, zone);
    const leave = values.leaveLocal === null ? null : resolveLocal(values.leaveLocal, zone);
    if (!arrive || !caseId) return [];
    const isActor = roles.some(
      (role) =>
        role.caseId === caseId && role.values.personId === values.personId && role.values.role === 'threat_actor',
    );
    return [
      {
        id,
        caseId,
        placeId: values.placeId,
        side: isActor ? ('threat_actor' as const) : ('protected' as const),
        arriveAt: arrive.at,
        leaveAt: leave?.at ?? null,
        door: values.door,
      },
    ];
  });
}

/** When whom and what is not to be planned with; the reason of an exclusion stays with its record. */
function unavailableOf({ exclusions, officers, vehicles }: PlanRecords): Unavailable[] {
  const every = { caseId: null };
  return [
    ...exclusions.map(({ values: v }): Unavailable => {
      const who = { subject: 'officer', subjectId: v.officerId, what: 'excluded' } as const;
      return { ...who, caseId: v.forCaseId, fromAt: v.fromAt, untilAt: v.untilAt };
    }),
    ...officers.flatMap(({ id, values: { activeFromAt, activeUntilAt } }): Unavailable[] => {
      const who = { subject: 'officer', subjectId: id, what: 'off_roster', ...every } as const;
      return [
        ...(activeFromAt === null ? [] : [{ ...who, fromAt: null, untilAt: activeFromAt }]),
        ...(activeUntilAt === null ? [] : [{ ...who, fromAt: activeUntilAt, untilAt: null }]),
      ];
    }),
    ...vehicles.flatMap(({ id, values: { outFromAt, outUntilAt } }): Unavailable[] => {
      if (outFromAt === null && outUntilAt === null) return [];
      const which = { subject: 'vehicle', subjectId: id, what: 'out', ...every } as const;
      return [{ ...which, fromAt: outFromAt, untilAt: outUntilAt }];
    }),
  ];
}

function reviewsOf(plans: readonly ExpandedPlan[]): PlanWindow['reviews'] {
  return plans.flatMap(({ series: { record, caseId } }) => {
    const { reviewAt, status } = record.values;
    const isOn = status === 'active' || status === 'planned';
    return reviewAt === null || !isOn ? [] : [{ id: record.id, caseId, at: reviewAt }];
  });
}

function touches(one: Occurrence, { fromAt, toAt }: Period): boolean {
  return one.fromAt < toAt && (one.toAt === null || one.toAt > fromAt || one.fromAt >= fromAt);
}

function degrees(millionths: number | null): number | null {
  return millionths === null ? null : millionths / 1_000_000;
}
