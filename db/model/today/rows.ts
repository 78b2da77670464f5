import type { Clock, ClockId } from '../clocks/types.ts';
import type { RecordId } from '../ids.ts';
import type { Danger, DangerId } from './danger.ts';
import type { CaseFlags, DangerFlag } from './flags.ts';
import type { Prompt, PromptId } from './prompts.ts';

/** In the order of consequence; only the first two are ever solid ink. */
export const TODAY_GROUPS = ['danger', 'law', 'expiry', 'own'] as const;
export type TodayGroup = (typeof TODAY_GROUPS)[number];

/** Whose work a row is, by the part they have in the case. */
export const DUTIES = ['prosecutor', 'investigator', 'analyst', 'lead'] as const;
export type Duty = (typeof DUTIES)[number];

/** One cause of work. What else the same cause makes run stands folded in it. */
export interface TodayRow {
  /** The same for the same cause as long as it lasts. */
  readonly key: string;
  readonly group: TodayGroup;
  readonly what: ClockId | DangerId | PromptId | 'flags';
  readonly caseId: RecordId | null;
  readonly recordIds: readonly RecordId[];
  /** The clock that shows; null for a danger that has none. */
  readonly clock: Clock | null;
  readonly danger: Danger | null;
  /** What somebody put off until a date that has come; null for all else. */
  readonly prompt: Prompt | null;
  /** What the case itself asks about danger now, all of it in one row; null for all else. */
  readonly flags: readonly DangerFlag[] | null;
  /** Further clocks of the same cause, by time. */
  readonly folded: readonly Clock[];
  /** ms UTC; null where there is no limit. */
  readonly dueAt: number | null;
  /** Since when it lasts, for what has no limit. */
  readonly sinceAt: number;
  readonly over: boolean;
  readonly duty: Duty;
  /** Past for so long that it is a gap in the record rather than work of this day. */
  readonly old: boolean;
}

/**
 * The instant (ms UTC) that a row shows, is ordered by and counted from: since when a danger lasts, else when it is due,
 * else since when it runs. A limit that a danger has besides, such as an own rule for it, is told in words.
 */
export function standsAt({ group, dueAt, sinceAt }: Pick<TodayRow, 'group' | 'dueAt' | 'sinceAt'>): number {
  return group === 'danger' ? sinceAt : (dueAt ?? sinceAt);
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How far ahead rows of a group are shown. */
const AHEAD_DAYS: Record<TodayGroup, number> = { danger: 7, law: 7, expiry: 30, own: 7 };
/** From how long ago a row is old. */
const OLD_DAYS = 30;

/** Clocks that ask for the same thing of the same record stand in one row. */
const CAUSES: Partial<Record<ClockId, string>> = {
  C4: 'presentation',
  C5: 'presentation',
  C6: 'presentation',
  C7: 'presentation',
  C10: 'remand',
  C11: 'remand',
  C13: 'to_court',
  C14: 'to_court',
  C15: 'to_court',
  C18: 'order_end',
  C19: 'order_end',
  minor_ban: 'order_end',
  renewal: 'order_end',
  renewal_start: 'order_end',
  serve_order: 'service',
  alarm_test: 'alarm',
  C24: 'interview',
  C25: 'interview',
  C26: 'interview',
  C27: 'interview',
  C28: 'interview',
};
const DANGER_CAUSES: Partial<Record<DangerId, string>> = { order_not_served: 'service', alarm: 'alarm' };

/** What ends by its own date. The end of a remand stands with the clocks of the law: then he is out. */
const EXPIRIES = new Set<ClockId>(['C18', 'C19', 'C22', 'minor_ban', 'renewal']);
/** Shown where they belong, on the record, and no work of a day. */
const NOT_WORK = new Set<ClockId>(['C20', 'C21']);

const LEADS = new Set<string>([
  'transfer_receipt',
  'transfer_taking_over',
  'guard_review',
  'alarm_test',
  'presence_missing',
  'alarm',
  'not_notified',
  'accepted_gap',
  'accepted_thin',
  'accepted_conflict',
  'alarm_training',
  'alarm_grant',
]);
const ANALYSTS = new Set<string>([
  'assessment_after_breach',
  'assessment_after_release',
  'assessment_review',
  'transfer_review',
  'whereabouts',
  'look_again',
  'safe_contact',
  'C35',
  'C36',
  'C37',
]);
const INVESTIGATORS = new Set<string>([
  ...['C24', 'C25', 'C26', 'C27', 'C28', 'C2', 'C8', 'C9'],
  ...['evidence_decay', 'evidence_due', 'first_day'],
]);

/**
 * The work of the day over all cases: ordered by consequence, then by time; what is old comes last in its group.
 * @param now ms UTC
 */
export function todayRows(
  clocks: readonly Clock[],
  dangers: readonly Danger[],
  now: number,
  prompts: readonly Prompt[] = [],
  flags: readonly CaseFlags[] = [],
): TodayRow[] {
  const causes = new Map<string, { clocks: Clock[]; danger: Danger | null }>();
  const at = (key: string) => {
    const found = causes.get(key) ?? { clocks: [], danger: null };
    causes.set(key, found);
    return found;
  };
  for (const danger of dangers) at(dangerKey(danger)).danger = danger;
  for (const clock of clocks) if (isWork(clock, now)) at(clockKey(clock)).clocks.push(clock);
  const told: Told = {
    causes,
    wanted: new Set(dangers.flatMap(({ caseId, state }) => (state === 'wanted' ? caseId : []))),
    prompts: new Set(prompts.map(({ caseId, rule }) => `${caseId} ${rule}`)),
  };
  const rows = [
    ...[...causes].map(([key, cause]) => rowOf(key, cause.clocks, cause.danger, now)),
    ...prompts.map((prompt) => promptRow(prompt, now)),
    ...flags.flatMap((one) => flagsRow(one, told) ?? []),
  ];
  return rows.sort(
    (a, b) =>
      TODAY_GROUPS.indexOf(a.group) - TODAY_GROUPS.indexOf(b.group) ||
      Number(a.old) - Number(b.old) ||
      // A question stands behind what is known.
      Number(a.flags !== null) - Number(b.flags !== null) ||
      standsAt(a) - standsAt(b) ||
      (a.key < b.key ? -1 : 1),
  );
}

/** The group of a clock. */
function groupOf(clock: Clock): TodayGroup {
  if (clock.status === 'own_rule') return 'own';
  return EXPIRIES.has(clock.id) ? 'expiry' : 'law';
}

function isWork(clock: Clock, now: number): boolean {
  if (NOT_WORK.has(clock.id)) return false;
  if (clock.state !== 'running' && clock.state !== 'soon' && clock.state !== 'overdue') return false;
  if (clock.dueAt === null) return clock.nature === 'elapsed';
  // An end that is long past is history; that nothing followed it is what the case says about itself.
  if (groupOf(clock) === 'expiry' && now - clock.dueAt > OLD_DAYS * DAY_MS) return false;
  return clock.dueAt - now <= AHEAD_DAYS[groupOf(clock)] * DAY_MS;
}

function rowOf(key: string, clocks: readonly Clock[], danger: Danger | null, now: number): TodayRow {
  const byTime = [...clocks].sort((a, b) => (a.dueAt ?? a.startedAt) - (b.dueAt ?? b.startedAt));
  // Law before own rule: a target of the unit never hides a deadline of the same cause.
  const clock = byTime.find((one) => one.status !== 'own_rule') ?? byTime[0] ?? null;
  const what = danger?.id ?? (clock as Clock).id;
  const group = danger ? 'danger' : groupOf(clock as Clock);
  const sinceAt = danger?.sinceAt ?? (clock as Clock).startedAt;
  const dueAt = clock?.dueAt ?? null;
  const over = clock?.state === 'overdue';
  return {
    key,
    group,
    what,
    caseId: danger?.caseId ?? clock?.caseId ?? null,
    recordIds: danger?.recordIds ?? clock?.recordIds ?? [],
    clock,
    danger,
    prompt: null,
    flags: null,
    folded: byTime.filter((one) => one !== clock),
    dueAt,
    sinceAt,
    over,
    duty: dutyOf(what),
    old: !danger && now - (dueAt ?? sinceAt) > OLD_DAYS * DAY_MS,
  };
}

/** A promise of a person's own stands with the own rules; evidence that is soon gone, and an alarm's grant, with what ends by its own date. */
function promptRow(prompt: Prompt, now: number): TodayRow {
  const { id, caseId, recordId, dueAt } = prompt;
  return {
    key: `${id}:${recordId}`,
    group: id === 'evidence_decay' || id === 'alarm_grant' ? 'expiry' : 'own',
    what: id,
    caseId,
    recordIds: [recordId],
    clock: null,
    danger: null,
    prompt,
    flags: null,
    folded: [],
    dueAt,
    sinceAt: dueAt,
    over: dueAt <= now,
    duty: dutyOf(id),
    old: now - dueAt > OLD_DAYS * DAY_MS,
  };
}

/** What other rows of the board tell. */
interface Told {
  /** By the keys of their causes. */
  readonly causes: ReadonlyMap<string, unknown>;
  /** Cases in which he is wanted. */
  readonly wanted: ReadonlySet<RecordId>;
  /** Case and rule of what is to be looked at again. */
  readonly prompts: ReadonlySet<string>;
}

/** Flags of a case that no other row tells; null where none is left. */
function flagsRow({ caseId, flags: all }: CaseFlags, { causes, wanted, prompts }: Told): TodayRow | null {
  const flags = all.filter(({ rule, recordIds }) => {
    if (prompts.has(`${caseId} ${rule}`)) return false;
    if (rule === 'wanted_not_found') return !wanted.has(caseId);
    return rule !== 'order_lapsing' || !recordIds.every((id) => causes.has(`order_end:${id}`));
  });
  const [first] = flags;
  if (!first) return null;
  return {
    key: `flags:${caseId}`,
    group: 'danger',
    what: 'flags',
    caseId,
    recordIds: first.recordIds,
    clock: null,
    danger: null,
    prompt: null,
    flags,
    folded: [],
    dueAt: null,
    sinceAt: first.since.fromAt,
    over: false,
    duty: 'analyst',
    old: false,
  };
}

function dutyOf(what: TodayRow['what']): Duty {
  if (LEADS.has(what)) return 'lead';
  if (ANALYSTS.has(what)) return 'analyst';
  return INVESTIGATORS.has(what) ? 'investigator' : 'prosecutor';
}

const clockKey = (clock: Clock) => `${CAUSES[clock.id] ?? clock.id}:${clock.recordIds[0] ?? ''}`;

/** Where he is, is one cause in each case of his. */
function dangerKey({ id, caseId, recordIds }: Danger): string {
  if (id === 'whereabouts') return `whereabouts:${caseId}:${recordIds[0] ?? ''}`;
  return `${DANGER_CAUSES[id] ?? id}:${recordIds[0] ?? ''}`;
}
