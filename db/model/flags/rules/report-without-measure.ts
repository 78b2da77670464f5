import { withNoneAfter } from '../after.ts';
import { arrestsOf } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';

/** Reports after which no measure of any sort was taken: no order, arrest, remand, warning or protection. */
export const reportWithoutMeasure = defineRule({
  id: 'report_without_measure',
  cause: 'unanswered',
  find: (known) =>
    sinceFirst(withNoneAfter(known.of('report'), [...known.of('measure', 'order', 'alarm'), ...arrestsOf(known)])),
});
