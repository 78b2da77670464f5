import type { briefingRoutes } from '#contract/briefing.ts';
import { buildBriefing, reviewBriefing } from '#main/briefing/build.ts';
import { listCopies } from '#main/briefing/copies.ts';
import { decideSentences } from '#main/briefing/package/review.ts';
import type { Handlers } from './context.ts';

export const briefingHandlers: Handlers<keyof typeof briefingRoutes> = {
  'briefing.preview': (context, input) => buildBriefing(context, input),
  'briefing.review': (context, { find, ...input }) => reviewBriefing(context, input, find),
  async 'briefing.decide'({ book, person, now }, { caseId, keys, decision }) {
    await decideSentences(book, caseId, keys, decision, { by: person.name, at: now() });
    return null;
  },
  'briefing.copies': ({ book }, { caseId }) => listCopies(book, caseId),
};
