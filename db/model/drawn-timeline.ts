import { z } from 'zod';
import { TONES } from './kinds/define.ts';

/**
 * A stretch of a timeline as it is drawn: worded, plain data, the same shapes as `renderer/timeline` takes. Times are ms
 * UTC. It comes from the window and goes onto paper, so every part of it is bounded.
 */
const at = z.number().int().min(-62_135_596_800_000).max(253_402_300_799_999);
const id = z.string().min(1).max(200);
const text = z.string().max(500);
const kind = z.enum(TONES);
const span = z.strictObject({ fromAt: at, toAt: at });
const known = z.enum(['covered', 'thin', 'gap', 'unconfirmed']);

const item = z.strictObject({
  id,
  laneId: id,
  kind,
  shape: z.enum(['bar', 'point', 'clock']),
  startAt: at,
  endAt: at.nullable(),
  precision: z.enum(['minute', 'day', 'month', 'year']),
  uncertain: span.nullable().optional(),
  uncertainEnd: span.nullable().optional(),
  storyOrder: z.number(),
  label: text,
  shortLabel: text.optional(),
  detail: text.optional(),
  state: z.enum(['normal', 'unconfirmed', 'draft', 'unstaffed', 'struck']),
  editable: z.boolean(),
  expires: z.strictObject({ label: text.optional(), after: text.optional() }).optional(),
  coverage: known.optional(),
  planned: z.enum(['covered', 'thin', 'gap']).optional(),
  crew: text.optional(),
  passes: z.strictObject({ count: z.number().int().min(0), at: z.array(at).max(100).optional() }).optional(),
  bound: z.enum(['about', 'before', 'after']).optional(),
  conflict: z.boolean().optional(),
  legs: z.array(span).max(50).optional(),
  posts: z.array(at).max(50).optional(),
  done: z.boolean().optional(),
});

/** What a sample of the legend shows: a state of the coverage, a sign, a ground, or the fill of a kind. */
export const LEGEND_SAMPLES = [
  'covered',
  'thin',
  'gap',
  'unconfirmed',
  'planned',
  'uncertain',
  'conflict',
  'continues',
  'night',
  'weekend',
  ...TONES,
] as const;
export type LegendSample = (typeof LEGEND_SAMPLES)[number];

export const drawnTimelineSchema = z.strictObject({
  view: span,
  zone: z.string().max(64),
  nowAt: at.nullable(),
  /** Accessible name of the drawing. */
  title: text,
  groups: z.array(z.strictObject({ id, label: text, sublabel: text.optional(), kind })).max(100),
  lanes: z.array(z.strictObject({ id, label: text, sublabel: text.optional(), group: id.optional(), kind })).max(500),
  items: z.array(item).max(20_000),
  holidays: z.array(z.strictObject({ fromAt: at, toAt: at, label: text })).max(1_000),
  legend: z.array(z.strictObject({ sample: z.enum(LEGEND_SAMPLES), label: text })).max(LEGEND_SAMPLES.length),
  /** Words of the axis: seven weekdays from Monday, and what a number or a time stands in, at its `#`. */
  words: z.strictObject({ weekdays: z.array(text).length(7), week: text, hours: text, now: text }),
});
export type DrawnTimeline = z.output<typeof drawnTimelineSchema>;
