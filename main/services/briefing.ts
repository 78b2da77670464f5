import type { briefingRoutes } from '#contract/briefing.ts';
import { buildBriefing, reviewBriefing } from '#main/briefing/build.ts';
import { decideSentences } from '#main/briefing/package/review.ts';
import { withPictures } from '#main/briefing/pictures.ts';
import { keepReadBack, listRecalls } from '#main/briefing/recall.ts';
import type { Handlers } from './context.ts';

export const briefingHandlers: Handlers<keyof typeof briefingRoutes> = {
  'briefing.preview': async (context, input) => withPictures(context, await buildBriefing(context, input), false),
  'briefing.review': (context, { find, ...input }) => reviewBriefing(context, input, find),
  async 'briefing.decide'({ book }, { caseId, keys, decision }) {
    await decideSentences(book, caseId, keys, decision);
    return null;
  },
  async 'briefing.read_back'({ book, now }, { caseId, copy, holder, words }) {
    await keepReadBack(book, caseId, copy, { at: now(), holder, words });
    return null;
  },
  'briefing.copies': ({ book }, { caseId }) => listRecalls(book, caseId),
};
