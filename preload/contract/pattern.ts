import { z } from 'zod';
import { CHANNELS } from '#model/kinds/fact.ts';
import type { Episode } from '#model/pattern/read-pattern.ts';
import type { PatternView } from '#model/pattern/view.ts';
import { idSchema } from './common.ts';
import { query } from './route.ts';

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
  z.strictObject({
    type: z.literal('statement'),
    group: z.enum(['repeated', 'acts', 'apt_to_cause_fear', 'development', 'against']),
    id: z.string().max(64),
  }),
  z.strictObject({ type: z.literal('control') }),
]);

export const patternRoutes = {
  /** What was done against her, counted and told in plain statements. */
  'pattern.view': query<{ at: number; pattern: PatternView }>()(z.strictObject(question)),
  /** The newest records that a figure or a statement of the same pattern rests on, in order, and how many there are. */
  'pattern.records': query<{ total: number; episodes: Episode[] }>()(
    z.strictObject({ ...question, part, limit: z.int().min(1).max(1_000).default(200) }),
  ),
};
