import { whenAtMinute } from '../../when.ts';
import { facilitatedNotHeld, interviewsDone, interviewsPlanned } from '../interviews.ts';
import { type Entry, isAfter, type Known } from '../known.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/**
 * Time from the first report to the first interview, while there is none; and one that stands in the plan, overdue or
 * planned for as long, with or without a report.
 */
export const interviewWaiting = defineRule({
  id: 'interview_waiting',
  cause: 'unanswered',
  find(known) {
    const days = known.limits.interview_waiting;
    const planned = interviewsPlanned(known);
    const [first] = known.of('report').filter(({ by }) => by !== 'threat_actor');
    if (first && hasWaited(first, known.at, days) && !isHeldAfter(first, known)) {
      const [plan] = planned;
      if (!plan) return { entries: [first], since: first.when, variant: 'none' };
      return {
        entries: [first, plan],
        since: first.when,
        variant: 'planned',
        values: { planned: plan.when },
      };
    }
    const [late] = planned.filter((entry) => isLate(entry, known, days));
    if (!late) return null;
    const { dueAt } = late.record.values;
    const due = dueAt === null ? {} : { due: whenAtMinute(dueAt, known.zone) };
    return { entries: [late], since: late.when, variant: dueAt === null ? 'only_planned' : 'due', values: due };
  },
});

function isHeldAfter(first: Entry<'report'>, known: Known): boolean {
  return (
    interviewsDone(known).some((at) => at >= first.bounds.fromAt) ||
    known
      .hits('interview', 'note', 'court_step', 'contact')
      .some(({ entry }) => entry.by !== 'threat_actor' && isAfter(entry, first))
  );
}

/** Past its own date; of one without a date when it has stood as long as an interview may wait. */
function isLate(entry: Entry<'investigation_step'>, known: Known, days: number): boolean {
  const { dueAt } = entry.record.values;
  return dueAt === null ? hasWaited(entry, known.at, days) : dueAt <= known.at;
}

/** Facilitated interviews that are not held; the time limits of straffeprosessloven § 239 e are clocks of their own. */
export const facilitatedWaiting = defineRule({
  id: 'facilitated_waiting',
  cause: 'unanswered',
  find: (known) =>
    sinceFirst(
      facilitatedNotHeld(known).filter((entry) => hasWaited(entry, known.at, known.limits.facilitated_waiting)),
    ),
});
