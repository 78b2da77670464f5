import type { patternRoutes } from '#contract/pattern.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { startOfDay } from '#model/time.ts';
import { type Handlers, ServiceError } from './context.ts';

export const patternHandlers: Handlers<keyof typeof patternRoutes> = {
  async 'pattern.view'({ book, now }, { caseId, at: asked, channel, weeks }) {
    const at = asked ?? now();
    const records = await caseMemoryOf(book).read(caseId);
    if (!records) throw new ServiceError('NOT_FOUND');
    const fromAt = weeks === null ? undefined : startOfDay(at, records.zone, -7 * weeks);
    return { at, pattern: readPattern(records, at, { channel: channel ?? undefined, fromAt }) };
  },
};
