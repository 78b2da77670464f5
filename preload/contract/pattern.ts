import { z } from 'zod';
import { CHANNELS } from '#model/kinds/fact.ts';
import type { Pattern } from '#model/pattern/read-pattern.ts';
import { idSchema } from './common.ts';
import { query } from './route.ts';

export const patternRoutes = {
  /** What was done against her, counted and told in plain statements with their records. */
  'pattern.view': query<{ at: number; pattern: Pattern }>()(
    z.strictObject({
      caseId: idSchema,
      /** As it was known then, ms UTC; now when null. */
      at: z.int().min(0).max(253_402_300_799_999).nullable().default(null),
      /** Only episodes of this channel. */
      channel: z.enum(CHANNELS).nullable().default(null),
      /** Only so many weeks back. */
      weeks: z.int().min(1).max(520).nullable().default(null),
    }),
  ),
};
