import type { patternRoutes } from '#contract/pattern.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import type { RecordId } from '#model/ids.ts';
import type { Channel } from '#model/pattern/events.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { patternView, recordsBehind } from '#model/pattern/view.ts';
import { startOfDay } from '#model/time.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';

export const patternHandlers: Handlers<keyof typeof patternRoutes> = {
  async 'pattern.view'(context, question) {
    const { at, pattern } = await patternOf(context, question);
    return { at, pattern: patternView(pattern) };
  },

  async 'pattern.records'(context, { part, limit, ...question }) {
    const { pattern } = await patternOf(context, question);
    const ids = recordsBehind(pattern, part);
    const shown = new Set(ids.slice(-limit));
    return { total: ids.length, episodes: pattern.episodes.filter(({ id }) => shown.has(id)) };
  },
};

interface Question {
  readonly caseId: RecordId;
  readonly at: number | null;
  readonly channel: Channel | null;
  readonly weeks: number | null;
}

async function patternOf({ book, now }: Context, { caseId, at: asked, channel, weeks }: Question) {
  const at = asked ?? now();
  const records = await caseMemoryOf(book).read(caseId);
  if (!records) throw new ServiceError('NOT_FOUND');
  const fromAt = weeks === null ? undefined : startOfDay(at, records.zone, -7 * weeks);
  return { at, pattern: readPattern(records, at, { channel: channel ?? undefined, fromAt }) };
}
