import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { OFFICER_DUTIES } from '#model/kinds/standing.ts';
import { idSchema } from './common.ts';
import { mutation } from './route.ts';

const line = (most: number) => z.string().trim().max(most).nullable().default(null);

export const officerRoutes = {
  /**
   * Gives a part in the case to somebody from `fromAt` on, ms UTC. Whoever had it until then has it no longer and stays on
   * record; deputies and other parts may be several at once. One step to undo.
   */
  'officer.set': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      duty: z.enum(OFFICER_DUTIES),
      name: z.string().trim().min(1).max(120),
      phone: line(60),
      unit: line(80),
      fromAt: z.int().min(0).max(253_402_300_799_999),
      deputyForId: idSchema.nullable().default(null),
    }),
  ),
};
