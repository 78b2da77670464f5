import { localParts, startOfDay } from '../../time.ts';
import { isMinuteKnown, whenAtMinute } from '../../when.ts';
import type { Entry, Known } from '../known.ts';
import { defineRule } from '../rule.ts';

const HOUR_MS = 3_600_000;
/** A night is from 18 to 08, local time; the day it belongs to is the one on which it began. */
const FROM_HOUR = 18;
const TO_HOUR = 8;
/** An alarm and the breach it told of, or a call and the report written from it, lie so near at the most. */
const ONE_CALL_MS = 10 * 60_000;
const KINDS = ['report', 'contact', 'breach', 'incident', 'alarm_activation'] as const;
/** An alarm that she did not mean, or that was tested, is kept and is no contact. */
const MEANT: readonly (string | null)[] = ['real', 'unknown', null];

/** A record by which the police were told, and when. */
interface Call {
  readonly entry: Entry<(typeof KINDS)[number]>;
  readonly at: number;
}

/** Several contacts with the police within one night, counted as they come. Times known to the minute only. */
export const contactsInOneNight = defineRule({
  id: 'contacts_in_one_night',
  cause: 'danger_now',
  find(known) {
    const newest = nightsOf(known).findLast((night) => contactsOf(night) > 1);
    const [first, last] = [newest?.[0], newest?.at(-1)];
    const shownMs = known.limits.contacts_in_one_night * 24 * HOUR_MS;
    if (!newest || !first || !last || last.at < known.at - shownMs) return null;
    const since = whenAtMinute(first.at, first.entry.when.zone);
    return { entries: newest.map(({ entry }) => entry), since, values: { count: contactsOf(newest) } };
  },
});

/** What was told to the police by night, a list a night, in order. */
function nightsOf(known: Known): Call[][] {
  const nights = new Map<number, Call[]>();
  const calls = known.of(...KINDS).flatMap((entry): Call[] => {
    const at = toldAt(entry);
    return at === null || at > known.at ? [] : [{ entry, at }];
  });
  for (const call of calls.sort((a, b) => a.at - b.at)) {
    const { zone } = call.entry.when;
    const { hour } = localParts(call.at, zone);
    if (hour < FROM_HOUR && hour >= TO_HOUR) continue;
    const night = startOfDay(call.at, zone, hour < TO_HOUR ? -1 : 0);
    const list = nights.get(night);
    if (list) list.push(call);
    else nights.set(night, [call]);
  }
  return [...nights].sort(([a], [b]) => a - b).map(([, night]) => night);
}

/** When the police were told by what is recorded, to the minute; null: not by this, or nobody knows when. */
function toldAt(entry: Call['entry']): number | null {
  const { record, when } = entry;
  const happenedAt = isMinuteKnown(when) ? when.fromAt : null;
  if (record.kind === 'alarm_activation')
    return MEANT.includes(record.values.outcome) ? record.values.activatedAt : null;
  if (record.kind === 'report' || record.kind === 'contact') {
    return entry.by === 'threat_actor' || !isToPolice(entry) ? null : happenedAt;
  }
  const { policeKnew, logNumber } = record.values;
  if (record.kind === 'breach' && record.values.reportedAt !== null) return record.values.reportedAt;
  if (policeKnew) return isMinuteKnown(policeKnew) ? policeKnew.fromAt : null;
  return logNumber ? happenedAt : null;
}

/** A report is made to the police; of another contact its words must say so. */
function isToPolice({ record, texts }: Entry): boolean {
  return (
    record.kind === 'report' ||
    texts.some((text) => /\b(?:politi|police|operasjonssentral|operations centre)/i.test(text))
  );
}

/** An entry can stand for several contacts, and several records can come of one call. */
function contactsOf(night: readonly Call[]): number {
  const calls = night.filter((call, index) => !night.slice(0, index).some((earlier) => isSameCall(earlier, call)));
  return calls.reduce(
    (sum, { entry: { record } }) => sum + ((record.kind === 'contact' && record.values.contacts) || 1),
    0,
  );
}

/** By the number in the operations centre's log; where one has none, two kinds of record within a few minutes. */
function isSameCall(a: Call, b: Call): boolean {
  const [one, other] = [logOf(a), logOf(b)];
  if (one !== null && other !== null) return one === other;
  return a.entry.record.kind !== b.entry.record.kind && Math.abs(a.at - b.at) <= ONE_CALL_MS;
}

function logOf({ entry: { record } }: Call): string | null {
  const { logNumber } = record.values as { logNumber?: string | null };
  return logNumber?.replace(/\s+/g, '').toLowerCase() || null;
}
