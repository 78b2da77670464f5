import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { CHANNELS } from '#model/kinds/fact.ts';
import type { Episode } from '#model/pattern/read-pattern.ts';
import type { PatternView } from '#model/pattern/view.ts';
import { idSchema } from './common.ts';
import { mutation, query } from './route.ts';

/** Which pattern: of a case, at an instant, of a channel or of the last weeks alone. */
const question = {
  caseId: idSchema,
  /** As it was known then, ms UTC; now when null. */
  at: z.int().min(0).max(253_402_300_799_999).nullable().default(null),
  /** Only episodes of this channel. */
  channel: z.enum(CHANNELS).nullable().default(null),
  /** Only so many weeks back. */
  weeks: z.int().min(1).max(520).nullable().default(null),
};

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hour'), weekday: z.int().min(0).max(6), hour: z.int().min(0).max(23) }),
  z.strictObject({ type: z.literal('channel'), channel: z.enum(CHANNELS).nullable() }),
  z.strictObject({ type: z.literal('place'), place: z.string().max(300).nullable() }),
  z.strictObject({
    type: z.literal('statement'),
    group: z.enum(['repeated', 'acts', 'apt_to_cause_fear', 'development', 'against']),
    id: z.string().max(64),
  }),
  z.strictObject({ type: z.literal('control') }),
  z.strictObject({ type: z.literal('under_order'), which: z.enum(['breaches', 'notBreaches', 'open']) }),
]);

/** What was done while an order was in force, and how far it was looked at. */
export interface UnderOrderView {
  readonly orders: readonly RecordId[];
  readonly breaches: number;
  readonly notBreaches: number;
  readonly open: number;
  /** Of those that are open the oldest, to be gone through. */
  readonly next: readonly Episode[];
}

export const patternRoutes = {
  /** What was done against her, counted and told in plain statements. */
  'pattern.view': query<{ at: number; pattern: PatternView }>()(z.strictObject(question)),
  /** The newest records that a figure or a statement of the same pattern rests on, in order, and how many there are. */
  'pattern.records': query<{ total: number; episodes: Episode[] }>()(
    z.strictObject({ ...question, part, limit: z.int().min(1).max(1_000).default(200) }),
  ),
  /** Hours of the week with nobody at a need of hers, by the plan of the seven days from now; `needs` is how many she has. */
  'pattern.uncovered': query<{ fromAt: number; needs: number; hours: readonly (readonly boolean[])[] }>()(
    z.strictObject({ caseId: idSchema }),
  ),
  'pattern.under_order': query<UnderOrderView>()(z.strictObject({ caseId: idSchema })),
  /** An episode was looked at: entered as a breach, or not, and why not. */
  'pattern.look': mutation<{ breachId: RecordId | null }>()(
    z.discriminatedUnion('verdict', [
      z.strictObject({ caseId: idSchema, id: idSchema, verdict: z.literal('breach') }),
      z.strictObject({
        caseId: idSchema,
        id: idSchema,
        verdict: z.literal('not_a_breach'),
        reason: z.string().trim().min(1).max(1_000),
      }),
    ]),
  ),
};
