/** C22: a contact ban by judgment (straffeloven §§ 57-58). */
import { addDays, addMonths, dateOf, endOfDate } from './count.ts';
import type { ContactBanFact } from './facts.ts';
import { type ClockRow, decidedEnd, type End } from './row.ts';
import type { ClockWorld } from './types.ts';

export const CONTACT_BAN_ROWS: readonly ClockRow<ContactBanFact>[] = [
  {
    id: 'C22',
    source: { act: 'strl', section: '58' },
    term: { unit: 'date' },
    status: 'verified',
    nature: 'expiry',
    // It works only from a final judgment.
    starts: (fact) => fact.finalAt,
    ends: banEnd,
    exempt: (fact, _, { now }) =>
      fact.liftedAt !== null
        ? 'lifted'
        : fact.serving.some((one) => one.fromAt <= now && (one.toAt ?? Number.POSITIVE_INFINITY) > now)
          ? 'stands_still'
          : null,
  },
];

/**
 * Up to five years, one where it keeps him from his own home; retrial from three years, of electronic control from six
 * months. Days on which he served or evaded sentence are added to both (§ 58).
 */
function banEnd(fact: ContactBanFact, finalAt: number, { now, zone }: ClockWorld): End {
  const still = (date: string) => endOfDate(standStill(fact, finalAt, date, now, zone), zone);
  const from = dateOf(finalAt, zone);
  // Once retried, the act does not say from when the next retrial may be asked for.
  const retrialAt = fact.retriedAt === null ? still(addMonths(from, fact.electronicControl ? 6 : 36)) : null;
  // Electronic control never lasts without an end.
  if (fact.indefinite && !fact.electronicControl) return { dueAt: null, opensAt: retrialAt };
  const longestAt = endOfDate(addMonths(from, fact.ownHome ? 12 : 60), zone);
  const lastDay = (at: number) => dateOf(at - 1, zone);
  const end = decidedEnd(fact.toAt, longestAt, lastDay);
  const stoodStill = fact.serving.length > 0 && end.dueAt !== null;
  const dueAt = stoodStill ? still(lastDay(end.dueAt ?? longestAt)) : end.dueAt;
  // A ban that is over by then is tried again by nobody.
  const opensAt = retrialAt !== null && dueAt !== null && retrialAt >= dueAt ? null : retrialAt;
  return {
    ...end,
    dueAt,
    opensAt,
    readings: [
      ...(end.readings ?? []),
      ...(stoodStill ? (['term_stood_still'] as const) : []),
      ...(fact.electronicControl && opensAt !== null ? (['retrial_of_control'] as const) : []),
    ],
  };
}

/** `last` moved by the days of serving that lie before the moved day, periods in order of time and joined. */
function standStill(fact: ContactBanFact, finalAt: number, last: string, now: number, zone: string): string {
  let day = last;
  let upTo = dateOf(finalAt, zone);
  for (const { fromAt, toAt } of [...fact.serving].sort((a, b) => a.fromAt - b.fromAt)) {
    const first = later(dateOf(fromAt, zone), upTo);
    const end = dateOf(Math.min(toAt ?? now, now), zone);
    if (first > day || end <= first) continue;
    day = addDays(day, daysBetween(first, end));
    upTo = end;
  }
  return day;
}

const later = (a: string, b: string) => (a > b ? a : b);
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
