import { z } from 'zod';
import { INVESTIGATION_PLANS } from '#model/investigation.ts';
import { idSchema, LANGUAGES } from './common.ts';
import { mutation } from './route.ts';

export const investigationRoutes = {
  /**
   * Takes the steps of an offence's plan into the case, due from now on; steps that are there already stay as they are.
   * One undo takes them out again.
   */
  'investigation.begin': mutation<{ added: number }>()(
    z.strictObject({
      caseId: idSchema,
      plan: z.enum(INVESTIGATION_PLANS),
      language: z.enum(LANGUAGES),
      breachId: idSchema.nullable().default(null),
    }),
  ),
};
