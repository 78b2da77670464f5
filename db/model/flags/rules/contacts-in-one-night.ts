import { localParts, startOfDay } from '../../time.ts';
import { isMinuteKnown } from '../../when.ts';
import type { Entry, Known } from '../known.ts';
import { defineRule } from '../rule.ts';

const HOUR_MS = 3_600_000;
/** A night is from 18 to 08, local time; the day it belongs to is the one on which it began. */
const FROM_HOUR = 18;
const TO_HOUR = 8;
/** A night is shown until a month has passed. */
const SHOWN_MS = 30 * 24 * HOUR_MS;

/** Several contacts with the police within one night, counted as they come. Times known to the minute only. */
export const contactsInOneNight = defineRule({
  id: 'contacts_in_one_night',
  cause: 'danger_now',
  find(known) {
    const newest = nightsOf(known).findLast((night) => contactsOf(night) > 1);
    const [first, last] = [newest?.[0], newest?.at(-1)];
    if (!newest || !first || !last || last.when.fromAt < known.at - SHOWN_MS) return null;
    return { entries: newest, since: first.when, values: { count: contactsOf(newest) } };
  },
});

/** Reports and contacts by night that did not come from the threat actor, a list a night, in order. */
function nightsOf(known: Known): Entry[][] {
  const nights = new Map<number, Entry[]>();
  for (const entry of known.of('report', 'contact')) {
    if (!isMinuteKnown(entry.when) || entry.by === 'threat_actor' || !isToPolice(entry)) continue;
    const { fromAt, zone } = entry.when;
    const { hour } = localParts(fromAt, zone);
    if (hour < FROM_HOUR && hour >= TO_HOUR) continue;
    const night = startOfDay(fromAt, zone, hour < TO_HOUR ? -1 : 0);
    const list = nights.get(night);
    if (list) list.push(entry);
    else nights.set(night, [entry]);
  }
  return [...nights.values()];
}

/** A report is made to the police; of another contact its words must say so. */
function isToPolice({ record, texts }: Entry): boolean {
  return (
    record.kind === 'report' ||
    texts.some((text) => /\b(?:politi|police|operasjonssentral|operations centre)/i.test(text))
  );
}

/** An entry can stand for several contacts. */
function contactsOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { record }) => sum + ((record.kind === 'contact' && record.values.contacts) || 1), 0);
}
