import type { briefingRoutes } from '#contract/briefing.ts';
import { buildBriefing } from '#main/briefing/build.ts';
import { listCopies } from '#main/briefing/copies.ts';
import type { Handlers } from './context.ts';

export const briefingHandlers: Handlers<keyof typeof briefingRoutes> = {
  'briefing.preview': (context, input) => buildBriefing(context, input),
  'briefing.copies': ({ book }, { caseId }) => listCopies(book, caseId),
};
