import { isAfter } from '../known.ts';
import { defineRule } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Own rule: after so many days a report without an interview is shown. No law sets it. */
const WAIT_DAYS = 3;

/** Time from the first report to the first interview, while there is none. */
export const interviewWaiting = defineRule({
  id: 'interview_waiting',
  cause: 'unanswered',
  find(known) {
    const [first] = known.of('report').filter(({ by }) => by !== 'threat_actor');
    if (!first || !hasWaited(first, known.at, WAIT_DAYS)) return null;
    const held = known
      .hits('interview', 'note', 'court_step', 'contact')
      .some(({ entry }) => entry.by !== 'threat_actor' && isAfter(entry, first));
    return held ? null : { entries: [first], since: first.when };
  },
});
