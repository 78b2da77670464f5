import type { BriefingSection } from '#model/briefing.ts';
import { orderState } from '#model/order-state.ts';
import { endOfOrder } from '#model/order-term.ts';
import { stageAt, stepAt } from '#model/transfer/state.ts';
import { PAST_REACH_DAYS } from '../duties.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';
import { currentAlarms } from './alarm.ts';
import { newestAssessment, overtaken, overtakenBy } from './assessment.ts';
import { isLive, lacksCrew, upcoming } from './measures.ts';
import { orderEnd, orderName } from './orders.ts';
import { countsAsAtLarge, newestStay, stateWord, threatActors } from './whereabouts.ts';

const DAY_MS = 86_400_000;
/** An order that ends this soon needs its successor served before then. */
const ORDER_ENDS_SOON_MS = 14 * DAY_MS;
/** Where he is has to be checked again after a day. */
const CHECK_AGAIN_MS = DAY_MS;

/** What is missing, overdue or unanswered: danger now first, then orders, then what nobody has answered. */
export function openMatters(m: Material, w: Words): BriefingSection {
  const items = [
    ...transfers(m, w),
    ...danger(m, w),
    ...orders(m, w),
    ...unanswered(m, w),
    ...plan(m, w),
    ...unknown(m, w),
  ];
  return {
    id: 'open',
    heading: w.t('open.heading'),
    blocks: [items.length === 0 ? { type: 'empty', text: w.t('open.none') } : { type: 'list', items }],
  };
}

/** Who is responsible, while the case is on its way to another district or has come there. */
function transfers(m: Material, w: Words): string[] {
  return m.transfer.flatMap(({ values }) => {
    const stage = stageAt(values, m.now);
    if (stage === 'prepared' || stage === 'withdrawn') return [];
    const at = stepAt(values, stage);
    return [w.t(`open.transfer.${stage}`, { district: values.toDistrict, at: at === null ? '' : w.at(at) })];
  });
}

function danger(m: Material, w: Words): string[] {
  const items: string[] = [];
  for (const { person } of threatActors(m)) {
    const stay = newestStay(m, person.id);
    const { name } = person.values;
    if (countsAsAtLarge(stay)) items.push(w.t('open.atLarge', { name, state: stateWord(stay, w).toLowerCase() }));
    else if (stay && m.now - (stay.values.checkedAt ?? stay.values.since.fromAt) > CHECK_AGAIN_MS) {
      items.push(w.t('open.whereOld', { name }));
    }
  }
  for (const { person, role } of m.persons) {
    if (role !== 'protected') continue;
    const { name } = person.values;
    const own = m.contactPoints.filter(({ values }) => values.personId === person.id);
    for (const rule of ['danger', 'ordinary'] as const) {
      const usable = own.filter(({ values }) => values.rule === rule && values.compromisedAt === null);
      if (usable.length === 0) items.push(w.t(`open.noRule.${rule}`, { name }));
      else if (usable.every(({ values }) => values.confirmedAt === null))
        items.push(w.t(`open.unconfirmed.${rule}`, { name }));
    }
  }
  for (const { values } of currentAlarms(m)) {
    if (values.status === 'lost') items.push(w.t('open.alarmLost', { unit: values.unit }));
    else if (values.testedAt === null) items.push(w.t('open.alarmUntested', { unit: values.unit }));
    else if (values.grantedUntilAt !== null && values.grantedUntilAt <= m.now) {
      items.push(w.t('open.alarmExpired', { unit: values.unit, at: w.at(values.grantedUntilAt) }));
    }
  }
  return items;
}

function orders(m: Material, w: Words): string[] {
  const states = m.order.map(({ values }) => ({ values, state: orderState(values, m.now, m.case.values.zone) }));
  const isCovered = states.some(({ state, values }) => {
    const endAt = endOfOrder(values, w.zone)?.at ?? null;
    return state === 'in_force' && (endAt === null || endAt > m.now + ORDER_ENDS_SOON_MS);
  });
  const items: string[] = [];
  for (const { values, state } of states) {
    const order = orderName(values, w);
    if (state === 'not_served') items.push(w.t('open.notServed', { order, at: w.at(values.decidedAt ?? m.now) }));
    if (state === 'not_final') items.push(w.t('open.notFinal', { order }));
    const end = state === 'in_force' && !isCovered ? endOfOrder(values, w.zone) : null;
    if (end !== null && end.at - m.now <= ORDER_ENDS_SOON_MS) {
      items.push(w.t('open.orderEnds', { order, at: orderEnd(values, w) }));
    }
  }
  const unknownService = states.filter(({ state }) => state === 'service_unknown').length;
  if (unknownService > 0) items.push(w.t('open.serviceUnknown', { count: unknownService }));
  return items;
}

function unanswered(m: Material, w: Words): string[] {
  const items: string[] = [];
  const waiting = m.breach.filter(({ values }) => values.status === 'reported').length;
  if (waiting > 0) items.push(w.t('open.breachWaiting', { count: waiting }));
  const noStatus = m.breach.filter(({ values }) => values.status === null).length;
  if (noStatus > 0) items.push(w.t('open.breachNoStatus', { count: noStatus }));
  const reports = m.report.filter(({ values }) => values.status === 'reported').length;
  if (reports > 0) items.push(w.t('open.reportWaiting', { count: reports }));
  const reportsNoStatus = m.report.filter(({ values }) => values.status === null).length;
  if (reportsNoStatus > 0) items.push(w.t('open.reportNoStatus', { count: reportsNoStatus }));
  const referrals = m.referral.filter(({ values }) => values.status === 'sent').length;
  if (referrals > 0) items.push(w.t('open.referralWaiting', { count: referrals }));
  return items;
}

function plan(m: Material, w: Words): string[] {
  const items: string[] = [];
  const unmanned = upcoming(m).filter(lacksCrew).length;
  if (unmanned > 0) items.push(w.t('open.unmanned', { count: unmanned }));
  // Past time without confirmation is never covered: plan is not fact.
  const recurring = new Set(m.measure.filter(({ values }) => values.recurrence !== null).map(({ id }) => id));
  const told = new Set(m.planned.duties.filter(({ isTold }) => isTold).map(({ measureId }) => measureId));
  const once = m.measure.filter(
    (measure) =>
      isLive(measure) &&
      !recurring.has(measure.id) &&
      !told.has(measure.id) &&
      measure.endsAt !== null &&
      measure.endsAt <= m.now,
  );
  if (once.length > 0) items.push(w.t('open.measureUnconfirmed', { count: once.length }));
  const occurrences = m.planned.duties.filter(
    ({ measureId, endsAt, status, isTold }) =>
      recurring.has(measureId) &&
      !isTold &&
      (status === 'planned' || status === 'active') &&
      endsAt !== null &&
      endsAt <= m.now,
  );
  if (occurrences.length > 0) {
    items.push(w.t('open.occurrenceUnconfirmed', { count: occurrences.length, days: PAST_REACH_DAYS }));
  }
  return items;
}

function unknown(m: Material, w: Words): string[] {
  const items: string[] = [];
  const assessment = newestAssessment(m);
  const newer = assessment && overtakenBy(assessment, m, w);
  if (!assessment) items.push(w.t('open.noAssessment'));
  else if (newer) items.push(overtaken(newer, w));
  const heard = new Set(m.wish.map(({ values }) => values.personId));
  for (const { person, role } of m.persons) {
    if (role === 'protected' && !heard.has(person.id)) items.push(w.t('open.noWish', { name: person.values.name }));
  }
  if (threatActors(m).length === 0) items.push(w.t('open.noActor'));
  return items;
}
