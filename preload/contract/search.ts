import { z } from 'zod';
import type { SearchHit } from '#model/search.ts';
import { idSchema, kindSchema } from './common.ts';
import { query } from './route.ts';

export const searchRoutes = {
  /** Leaves a line in the use log: that a search was made and how many hits it had, not its words. */
  'search.query': query<SearchHit[]>()(
    z.strictObject({
      text: z.string().max(400),
      caseId: idSchema.optional(),
      kinds: z.array(kindSchema).max(100).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
  ),
};
