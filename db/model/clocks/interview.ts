/** C24 to C28: facilitated interviews (straffeprosessloven § 239 e). */
import { dueOf } from './count.ts';
import type { InterviewFact } from './facts.ts';
import { type ClockRow, firstOf, isLate, maybeMoved } from './row.ts';
import type { ClockWorld, Exemption, Source } from './types.ts';

const source = (paragraph: number): Source => ({ act: 'strpl', section: '239 e', paragraph });
const weeks = (n: number) => ({ unit: 'weeks', n }) as const;
const held = (fact: InterviewFact) => firstOf(['held', fact.heldAt]);
const first = (fact: InterviewFact) => (fact.supplementary ? null : fact.clockFromAt);

/**
 * Weeks of the interview's own deadline. One and two weeks hold only after § 239 first paragraph, second paragraph second
 * sentence and third paragraph; an interview that may be held (straffeloven §§ 168, 266 a) has three.
 */
function ownWeeks(fact: InterviewFact): 1 | 2 | 3 {
  if (!fact.obligatory) return 3;
  if (fact.urgent) return 1;
  return fact.under6 || fact.aggrieved ? 2 : 3;
}

export const INTERVIEW_ROWS: readonly ClockRow<InterviewFact>[] = [
  interviewRow('C24', 1, (fact) => (fact.obligatory ? 'other_category' : 'optional_interview')),
  interviewRow('C25', 2, (fact) =>
    !fact.obligatory ? 'optional_interview' : fact.urgent ? 'shorter_term' : 'other_category',
  ),
  interviewRow('C26', 3, () => 'shorter_term'),
  {
    id: 'C27',
    source: source(4),
    term: weeks(1),
    status: 'verified',
    starts: first,
    ends: (fact, startedAt, { zone }) => maybeMoved(startedAt, weeks(ownWeeks(fact) + 1), zone),
    exempt: (fact, _, { zone }) =>
      fact.extensionReasonAt === null ? 'no_reason_to_extend' : extended(fact, zone) ? null : 'reason_too_late',
    met: held,
  },
  {
    id: 'C28',
    source: source(6),
    term: weeks(1),
    status: 'verified',
    moves: 'maybe',
    starts: (fact) => (fact.supplementary ? fact.previousHeldAt : null),
    exempt: (fact) => (fact.exceptionAt === null ? null : 'exception'),
    met: held,
  },
];

function interviewRow(
  id: 'C24' | 'C25' | 'C26',
  n: 1 | 2 | 3,
  other: (fact: InterviewFact) => Exemption,
): ClockRow<InterviewFact> {
  return {
    id,
    source: source(n),
    term: weeks(n),
    status: 'verified',
    moves: 'maybe',
    starts: first,
    exempt: (fact, _, world: ClockWorld) =>
      ownWeeks(fact) !== n ? other(fact) : extended(fact, world.zone) ? 'extended' : null,
    met: held,
  };
}

/** The reason for one more week was logged before the deadline it lengthens had run out. */
function extended(fact: InterviewFact, zone: string): boolean {
  if (fact.extensionReasonAt === null || fact.clockFromAt === null) return false;
  const term = weeks(ownWeeks(fact));
  return !isLate(term, fact.extensionReasonAt, dueOf(fact.clockFromAt, term, zone));
}
