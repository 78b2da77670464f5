import type { searchRoutes } from '#contract/search.ts';
import type { SearchOptions } from '#db/book.ts';
import type { Handlers } from './context.ts';

export const searchHandlers: Handlers<keyof typeof searchRoutes> = {
  async 'search.query'({ book }, { text, caseId, kinds, limit }) {
    const options: SearchOptions = { limit, ...(caseId && { caseId }), ...(kinds && { kinds }) };
    const hits = await book.search(text, options);
    if (text.trim() !== '')
      await book.use('search', { detail: String(hits.length), ...(caseId && { recordId: caseId }) });
    return hits;
  },
};
