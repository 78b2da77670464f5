/** C1 to C9: from arrest to court. */
import { escapedFirst, goneSince } from './away.ts';
import { endOfDate, lastDayOf, type Term } from './count.ts';
import type { ArrestFact, HoldFact } from './facts.ts';
import { type ClockRow, type End, firstOf, isLate, type Met, movedFrom } from './row.ts';
import type { ClockWorld, Exemption, Reading, Source } from './types.ts';

const HOUR_MS = 60 * 60 * 1_000;
const strpl = (section: string, paragraph?: number): Source => ({
  act: 'strpl',
  section,
  ...(paragraph && { paragraph }),
});
const arrested = (fact: ArrestFact) => fact.arrestedAt;
const HOURS_48 = { unit: 'hours', n: 48 } as const;
const NEXT_DAY = { unit: 'days', n: 1 } as const;

/**
 * When he was presented: request and hearing are both kept, and the later is measured, since the act does not say which
 * of them counts. A request alone is not yet enough.
 */
function presentedAt({ presentationRequestedAt, hearingOpenedAt }: ArrestFact): number | null {
  return hearingOpenedAt === null ? null : Math.max(hearingOpenedAt, presentationRequestedAt ?? hearingOpenedAt);
}

/** Presented, or let go before; a release after the deadline does not undo that it was missed. */
function presented(fact: ArrestFact): Met | null {
  return firstOf(['presented', presentedAt(fact)], ['released', fact.releasedAt]);
}
const presentedReading = (fact: ArrestFact): readonly Reading[] =>
  fact.presentationRequestedAt !== null && fact.presentationRequestedAt !== fact.hearingOpenedAt
    ? ['presented_later']
    : [];

/** Let go in time, or gone in time, and not presented before that. */
function outInTime(fact: ArrestFact, dueAt: number | null, term: { readonly unit: 'hours' | 'days'; n: number }) {
  const met = presented(fact);
  if (met?.by === 'released' && !isLate(term, met.at, dueAt)) return 'released';
  return met === null ? escapedInTime(fact, dueAt, term) : null;
}

/**
 * He has escaped and is not back: nobody is there whom the rule could be kept for. What had been missed before is missed.
 * A reading: the act does not say what becomes of the deadline. It runs anew from the next arrest; where none is entered,
 * once he is back, on from the first.
 */
function escapedInTime({ away }: ArrestFact, dueAt: number | null, term: Term) {
  const gone = goneSince(away, 'escaped');
  return gone !== null && !isLate(term, gone, dueAt) ? 'escaped' : null;
}
const ESCAPED = {
  exemptReadings: (exempt: Exemption): readonly Reading[] => (exempt === 'escaped' ? ['escaped_new_arrest'] : []),
};
/** An end that is known to come: no limit that an escape could lie behind. */
const NO_TERM = { unit: 'none' } as const;
const escapedBefore = (fact: ArrestFact, met: Met | null) => (met === null ? escapedInTime(fact, null, NO_TERM) : null);
const upheld = (fact: ArrestFact) => firstOf(['upheld', fact.upheldAt], ['released', fact.releasedAt]);
const offered = (fact: ArrestFact) =>
  firstOf(['statement_offered', fact.statementOfferedAt], ['released', fact.releasedAt]);

export const ARREST_ROWS: readonly ClockRow<ArrestFact>[] = [
  {
    id: 'C1',
    source: strpl('179'),
    term: { unit: 'none' },
    status: 'verified',
    nature: 'elapsed',
    starts: (fact) => (fact.byDecision ? null : fact.arrestedAt),
    exempt: (fact) => escapedBefore(fact, upheld(fact)),
    met: upheld,
    ...ESCAPED,
  },
  {
    id: 'C2',
    source: strpl('180'),
    term: { unit: 'none' },
    status: 'verified',
    nature: 'elapsed',
    starts: arrested,
    exempt: (fact) => escapedBefore(fact, offered(fact)),
    met: offered,
    ...ESCAPED,
  },
  {
    id: 'C3',
    source: strpl('98'),
    term: { unit: 'hours', n: 24 },
    status: 'verified',
    readings: ['pure_hours', 'outer_limit'],
    starts: (fact) => fact.arrestedAt && (fact.noReleaseClearAt ?? fact.arrestedAt),
    ends(fact) {
      const term = { unit: 'hours', n: fact.under18 ? 12 : 24 } as const;
      return { term, dueAt: (fact.arrestedAt ?? 0) + term.n * HOUR_MS };
    },
    exempt(fact, dueAt) {
      if (fact.counselAt !== null) return null;
      if (fact.releasedAt !== null) return fact.releasedAt <= (dueAt ?? 0) ? 'released' : null;
      return escapedInTime(fact, dueAt, { unit: 'hours', n: fact.under18 ? 12 : 24 });
    },
    met: (fact) => firstOf(['counsel', fact.counselAt], ['released', fact.releasedAt]),
    ...ESCAPED,
  },
  {
    id: 'C4',
    source: strpl('183', 1),
    term: HOURS_48,
    status: 'verified',
    atCourt: true,
    starts: arrested,
    exempt: (fact, dueAt) =>
      (fact.under18 ? 'under_18' : null) ??
      outInTime(fact, dueAt, HOURS_48) ??
      // Written when the 48 hours had passed it does not undo that they were missed.
      (fact.thirdDayReasonAt === null || isLate(HOURS_48, fact.thirdDayReasonAt, dueAt) ? null : 'third_day_reasoned'),
    met: presented,
    metReadings: presentedReading,
    ...ESCAPED,
  },
  {
    id: 'C5',
    source: strpl('183', 1),
    term: NEXT_DAY,
    status: 'verified',
    starts: arrested,
    exempt: (fact, dueAt) => (fact.under18 ? 'under_18' : null) ?? outInTime(fact, dueAt, NEXT_DAY),
    met: reasonedOrPresented,
    metReadings: presentedReading,
    ...ESCAPED,
  },
  {
    id: 'C6',
    source: strpl('183', 1),
    term: { unit: 'days', n: 3 },
    status: 'verified',
    atCourt: true,
    starts: arrested,
    exempt: (fact, dueAt) =>
      (fact.under18 ? 'under_18' : null) ??
      (fact.thirdDayReasonAt === null ? 'no_reason_for_third_day' : null) ??
      outInTime(fact, dueAt, NEXT_DAY),
    met: presented,
    metReadings: presentedReading,
    ...ESCAPED,
  },
  {
    id: 'C7',
    source: strpl('183', 2),
    term: NEXT_DAY,
    status: 'verified',
    atCourt: true,
    starts: arrested,
    ends: weekendsCount,
    exempt: (fact, dueAt) => (fact.under18 ? null : 'adult') ?? outInTime(fact, dueAt, NEXT_DAY),
    met: presented,
    metReadings: presentedReading,
    ...ESCAPED,
    missing: (fact) => (fact.under18 && fact.childWelfareNotifiedAt === null ? ['child_welfare'] : []),
  },
  {
    id: 'C8',
    source: { act: 'politiarrest', section: '3-1' },
    term: HOURS_48,
    status: 'verified',
    readings: ['pure_hours', 'section_unread'],
    starts: arrested,
    exempt: (fact) => (fact.inCell ? null : 'not_in_cell'),
    met: leftCell,
  },
];

export const HOLD_ROWS: readonly ClockRow<HoldFact>[] = [
  {
    id: 'C9',
    source: { act: 'pol', section: '8' },
    term: { unit: 'hours', n: 4 },
    status: 'verified',
    readings: ['pure_hours'],
    starts: (fact) => fact.broughtInAt,
    met: (fact) => firstOf(['released', fact.releasedAt], ['escaped', escapedFirst(fact.away)]),
  },
];

/** Passed without presentation, the rule asks for the reason in the court book, which may come with the hearing. */
function reasonedOrPresented(fact: ArrestFact, dueAt: number | null): Met | null {
  const met = presented(fact);
  if (met && !isLate(NEXT_DAY, met.at, dueAt)) return met;
  if (fact.courtBookReasonAt !== null) return { at: fact.courtBookReasonAt, by: 'court_book_reason', excuses: true };
  return met;
}

/** Out of the cell; or, once it has lasted longer, the reason logged. */
function leftCell(fact: ArrestFact, dueAt: number | null): Met | null {
  const met = firstOf(
    ['cell_left', fact.cellLeftAt],
    ['released', fact.releasedAt],
    ['escaped', escapedFirst(fact.away)],
  );
  if (met && !isLate(HOURS_48, met.at, dueAt)) return met;
  if (fact.cellReasonAt !== null) return { at: fact.cellReasonAt, by: 'cell_reason', excuses: true };
  return met;
}

/** That weekends and holidays count stands in the first paragraph; for the second it is a reading, shown where it matters. */
function weekendsCount(_: ArrestFact, startedAt: number, { zone }: ClockWorld): End {
  const last = lastDayOf(startedAt, NEXT_DAY, zone) ?? '';
  return { dueAt: endOfDate(last, zone), ...movedFrom(last, zone, 'weekends_count') };
}
