/** C10 to C12: remand in custody. */
import { dateStands } from './away.ts';
import { addDays, dateOf, endOfDate, lastDayOf } from './count.ts';
import type { RemandFact } from './facts.ts';
import { type ClockRow, decidedEnd, type End, firstOf, type Met, movedFrom } from './row.ts';
import type { ClockWorld } from './types.ts';

export const REMAND_ROWS: readonly ClockRow<RemandFact>[] = [
  {
    id: 'C10',
    source: { act: 'strpl', section: '185' },
    term: { unit: 'date' },
    status: 'verified',
    nature: 'expiry',
    atCourt: true,
    starts: (fact) => fact.decidedAt,
    ends(fact, startedAt, { zone }) {
      const weeks = fact.under18 ? 2 : 4;
      const longest = endOfDate(lastDayOf(startedAt, { unit: 'weeks', n: weeks }, zone) ?? '', zone);
      return decidedEnd(fact.untilAt, longest, (at) => dateOf(at - 1, zone));
    },
    met: (fact) => firstOf(['new_order', fact.newOrderAt], ['released', fact.releasedAt]),
    openReadings: dateStands,
  },
  {
    id: 'C11',
    source: { act: 'strpl', section: '185', paragraph: 5 },
    term: { unit: 'days', n: 1 },
    status: 'verified',
    starts: (fact) => (fact.hearingPlannedAt === null && fact.untilAt === null ? null : fact.decidedAt),
    ends: dayBeforeHearing,
    exempt(fact) {
      if (bothDone(fact) !== null) return null;
      // Extended or let go, there is no hearing left that a notice could come before.
      if (fact.releasedAt !== null) return 'remand_over';
      if (fact.newOrderAt !== null) return 'extended';
      return fact.extensionWanted ? null : 'no_extension_wanted';
    },
    met: bothDone,
    openReadings: dateStands,
  },
  {
    id: 'C12',
    source: { act: 'strpl', section: '187' },
    term: { unit: 'weeks', n: 4 },
    status: 'verified',
    nature: 'expiry',
    starts: (fact) => fact.prisonJudgmentAt,
    met: (fact) => firstOf(['new_order', fact.orderAfterJudgmentAt], ['released', fact.releasedAt]),
    openReadings: dateStands,
  },
];

/**
 * The end of the day before the hearing, or before the last day of the remand while no hearing is set. Where that day is
 * no working day the last one before it stands second: moved forward, the notice would come on the day of the hearing.
 */
function dayBeforeHearing(fact: RemandFact, startedAt: number, { zone }: ClockWorld): End {
  const hearing = fact.hearingPlannedAt ?? (fact.untilAt ?? startedAt) - 1;
  const last = addDays(dateOf(hearing, zone), -1);
  return { dueAt: endOfDate(last, zone), ...movedFrom(last, zone, 'backwards', -1) };
}

/** The request is filed and the defence has its notice: both, so the later of them. */
function bothDone({ requestFiledAt, defenceNotifiedAt }: RemandFact): Met | null {
  if (requestFiledAt === null || defenceNotifiedAt === null) return null;
  return { at: Math.max(requestFiledAt, defenceNotifiedAt), by: 'notified' };
}
