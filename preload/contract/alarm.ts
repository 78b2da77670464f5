import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { idSchema } from './common.ts';
import { mutation, query } from './route.ts';

const instantSchema = z.int().min(0).max(253_402_300_799_999);

/** A decision by which the grant of an alarm was extended, instants in ms UTC. */
export interface AlarmExtension {
  readonly id: RecordId;
  readonly decidedAt: number | null;
  /** The end that it extended; null: none was known. */
  readonly fromAt: number | null;
  readonly untilAt: number | null;
  readonly authority: string | null;
  readonly form: string | null;
  readonly reasons: string | null;
}

export const alarmRoutes = {
  /** How the grant of an alarm was extended, oldest first. */
  'alarm.extensions': query<{ extensions: AlarmExtension[] }>()(z.strictObject({ id: idSchema })),
  /**
   * Extends the grant of an alarm until `untilAt`, ms UTC, by a decision that follows the one before it. One step to undo.
   * Throws ALARM_NOT_OUT where she has it no longer, INVALID_VALUES where it would end no later than before.
   */
  'alarm.extend': mutation<{ id: RecordId }>()(
    z.strictObject({
      id: idSchema,
      /** What was decided, in the words of the decision register. */
      text: z.string().trim().min(1).max(8_000),
      untilAt: instantSchema,
      decidedAt: instantSchema,
      authority: z.string().trim().min(1).max(120),
      form: z.enum(['oral', 'written']).nullable().default(null),
      reasons: z.string().trim().min(1).max(20_000),
    }),
  ),
};
