import type * as F from '#model/clocks/facts.ts';
import { DEFAULT_OWN_RULES } from '#model/clocks/own-rules.ts';
import { type ClockSettings, readClocks } from '#model/clocks/read-clocks.ts';
import type { Clock, ClockId } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import { instantOfLocal, localOfInstant } from '#model/time.ts';

export const OSLO = 'Europe/Oslo';

/** `2026-03-28 22:14` in Oslo as ms UTC; `24:00` is the end of that day. */
export function on(local: string): number {
  const [date = '', time = '00:00'] = local.split(' ');
  if (time === '24:00') {
    const next = new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return on(`${next} 00:00`);
  }
  const at = instantOfLocal(`${date}T${time}`, OSLO);
  if (at === null) throw new Error(`no such time: ${local}`);
  return at;
}

/** ms UTC as a test writes it: the end of a day is `24:00` of that day. */
export function local(at: number | null): string | null {
  if (at === null) return null;
  const text = localOfInstant(at, OSLO).replace('T', ' ');
  return text.endsWith(' 00:00') ? `${localOfInstant(at - 1, OSLO).slice(0, 10)} 24:00` : text;
}

const base = { caseId: 'case' as RecordId, recordIds: ['record' as RecordId] };

const order: F.OrderFact = {
  ...base,
  ownHome: false,
  minor: false,
  electronicControl: false,
  decidedAt: null,
  oral: false,
  writtenAt: null,
  servedAt: null,
  controlServedAt: null,
  fromAt: null,
  toAt: null,
  liftedAt: null,
  reviewDemandedAt: null,
  toCourtAt: null,
  waivedAt: null,
  courtBookReasonAt: null,
  controlPetitionAt: null,
  lapsePlannedAt: null,
  renewalBegunAt: null,
  renewalDecidedAt: null,
  renewalServedAt: null,
};

export const NO_FACTS: F.ClockFacts = {
  arrests: [],
  holds: [],
  remands: [],
  orders: [],
  breaches: [],
  contactBans: [],
  minorBans: [],
  interviews: [],
  trials: [],
  youngSuspects: [],
  summonses: [],
  writs: [],
  failedServices: [],
  unclearData: [],
  accessRequests: [],
  useLogs: [],
  assessments: [],
  releases: [],
  alarms: [],
  guards: [],
  transfers: [],
};

/** A fact of each kind with nothing known; a case gives what it is about. */
export const BLANK: { readonly [K in keyof F.ClockFacts]: F.ClockFacts[K][number] } = {
  arrests: {
    ...base,
    arrestedAt: null,
    under18: false,
    noReleaseClearAt: null,
    byDecision: false,
    upheldAt: null,
    statementOfferedAt: null,
    counselAt: null,
    presentationRequestedAt: null,
    hearingOpenedAt: null,
    courtBookReasonAt: null,
    thirdDayReasonAt: null,
    childWelfareNotifiedAt: null,
    inCell: true,
    cellLeftAt: null,
    cellReasonAt: null,
    releasedAt: null,
    away: [],
  },
  holds: { ...base, broughtInAt: null, releasedAt: null, away: [] },
  remands: {
    ...base,
    decidedAt: null,
    untilAt: null,
    under18: false,
    newOrderAt: null,
    releasedAt: null,
    extensionWanted: false,
    hearingPlannedAt: null,
    requestFiledAt: null,
    defenceNotifiedAt: null,
    prisonJudgmentAt: null,
    orderAfterJudgmentAt: null,
    away: [],
  },
  orders: order,
  breaches: {
    ...base,
    happenedAt: null,
    reportedAt: null,
    juristDecidedAt: null,
    controlDecidedAt: null,
    isNone: false,
    assessedAt: null,
  },
  contactBans: {
    ...base,
    judgedAt: null,
    finalAt: null,
    toAt: null,
    indefinite: false,
    ownHome: false,
    electronicControl: false,
    retriedAt: null,
    liftedAt: null,
    serving: [],
    orderUntilAt: null,
  },
  minorBans: { ...order, minor: true, consentRefusedAt: null },
  interviews: {
    ...base,
    obligatory: true,
    clockFromAt: null,
    urgent: false,
    under6: false,
    aggrieved: false,
    extensionReasonAt: null,
    heldAt: null,
    previousHeldAt: null,
    supplementary: false,
    exceptionAt: null,
  },
  trials: {
    ...base,
    receivedAt: null,
    hearingSetAt: null,
    hearingStartedAt: null,
    remanded: false,
    under18: false,
    appeal: false,
  },
  youngSuspects: { ...base, suspectedAt: null, chargingDecidedAt: null, specialReasonAt: null },
  summonses: { ...base, summonedAt: null, hearingPlannedAt: null, mainHearing: true, servedAt: null },
  writs: { ...base, issuedAt: null, replyDays: null, replyByAt: null, acceptedAt: null },
  failedServices: {
    ...base,
    failedAt: null,
    electronic: false,
    insideDeadline: true,
    ofOrder: false,
    deadlineMs: null,
    learnedKnown: true,
    repeatedAt: null,
  },
  unclearData: { ...base, storedAt: null, inCriminalCase: false, deletedAt: null, movedAt: null },
  accessRequests: { ...base, receivedAt: null, answeredAt: null },
  useLogs: { ...base, writtenAt: null, purgedAt: null },
  assessments: { ...base, assessedAt: null, high: true, replacedAt: null },
  alarms: { ...base, handedOutAt: null, testedAt: null, returnedAt: null },
  releases: { ...base, outAt: null, assessedAt: null },
  guards: { ...base, decidedAt: null, reviewedAt: null, endedAt: null },
  transfers: { ...base, offeredAt: null, receivedAt: null, takenOverAt: null, withdrawnAt: null, reviewedAt: null },
};

export const SETTINGS: ClockSettings = { ownRules: DEFAULT_OWN_RULES, cutoff: null };

/** The clocks of one fact; instants may be written as local text. */
export function clocksOf<K extends keyof F.ClockFacts>(
  kind: K,
  given: { readonly [P in keyof F.ClockFacts[K][number]]?: F.ClockFacts[K][number][P] | string },
  now: string,
  settings: ClockSettings = SETTINGS,
): Clock[] {
  const values = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' && name.endsWith('At') ? on(value) : value,
  ]);
  const fact = { ...BLANK[kind], ...Object.fromEntries(values) };
  return readClocks({ ...NO_FACTS, [kind]: [fact] }, settings, { now: on(now), zone: OSLO });
}

/** The one clock of that id, or undefined. */
export function clockOf<K extends keyof F.ClockFacts>(
  id: ClockId,
  kind: K,
  given: Parameters<typeof clocksOf<K>>[1],
  now: string,
  settings: ClockSettings = SETTINGS,
): Clock | undefined {
  return clocksOf(kind, given, now, settings).find((one) => one.id === id);
}

/** What a table compares: state, and the dates as local text. */
export function seen(clock: Clock | undefined): string {
  if (!clock) return 'none';
  const due = clock.reason ? clock.reason : (local(clock.dueAt) ?? 'no limit');
  const second = clock.secondaryAt === null || clock.reason ? '' : ` (${local(clock.secondaryAt)})`;
  return `${clock.state} ${due}${second}`;
}
