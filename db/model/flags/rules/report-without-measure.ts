import { withNoneAfter } from '../after.ts';
import { isDecided, isDone } from '../answers.ts';
import type { Entry, Known } from '../known.ts';
import { arrestsOf } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Reports after which no measure of any sort was taken: no order, arrest, remand, warning or protection. */
export const reportWithoutMeasure = defineRule({
  id: 'report_without_measure',
  cause: 'unanswered',
  find(known) {
    const waiting = known
      .of('report')
      .filter((entry) => hasWaited(entry, known.at, known.limits.report_without_measure));
    return sinceFirst(withNoneAfter(waiting, [...taken(known), ...arrestsOf(known)]));
  },
});

/** What was decided, done or lies ahead: not what was refused, drafted, called off or left undone. */
function taken(known: Known): Entry[] {
  return known.of('measure', 'order', 'alarm').filter(({ record }) => {
    if (record.kind === 'order') return isDecided(record.values);
    if (record.kind !== 'measure' || isDone(record.values)) return true;
    return record.values.status === 'planned' && (record.endsAt ?? known.at) >= known.at;
  });
}
