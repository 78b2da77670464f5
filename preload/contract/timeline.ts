import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import type { Tone } from '#model/kinds/define.ts';
import type { Kind } from '#model/kinds.ts';
import type { Maximum } from '#model/order-term.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import { idSchema, kindSchema } from './common.ts';
import { query } from './route.ts';

/** A record where it lies on the timeline, ms UTC. */
export interface TimelineEntry {
  readonly id: RecordId;
  readonly kind: Kind;
  /** Lane and hue: the kind's, or for a measure its type's. */
  readonly tone: Tone;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly precision: Precision;
  /** About, before or after that time; null is in it. */
  readonly qualifier: Qualifier | null;
  readonly storyOrder: number;
  /** Planned by wall clock and so movable on the timeline; with its local start and end. */
  readonly plan: { readonly fromLocal: string; readonly toLocal: string | null } | null;
  readonly status: string | null;
  /** A series by a rule; without `occurrence` it is told whole, from its first start on and without an end. */
  readonly recurs: boolean;
  /** Of a series, told within a window: which occurrence it is, by the local start its rule gives it. */
  readonly occurrence: string | null;
  /**
   * Of an order with an end: whether that was entered, came early by lifting or a court, or is the longest term of the law,
   * and then by which section.
   */
  readonly orderEnd: {
    readonly from: 'entered' | 'early' | 'longest';
    readonly longest: Maximum['source'] | null;
  } | null;
}

/** How much of a case lies when, where its entries are too many to be fetched at once. ms UTC. */
export interface TimelineWhole {
  readonly total: number;
  /** From the first start to the last start or end; null where nothing lies in time. */
  readonly extent: { readonly fromAt: number; readonly toAt: number } | null;
  /** What happened at a moment, by the stretch of time from `at` on; what lasts is not counted. */
  readonly counts: readonly { readonly at: number; readonly threats: number; readonly others: number }[];
  /** Breaches and orders, those of one day as one. */
  readonly blocks: readonly { readonly kind: 'breach' | 'order'; readonly fromAt: number; readonly toAt: number }[];
}

export const timelineRoutes = {
  /** The whole timeline of a case in figures; counted by days of the zone. */
  'timeline.whole': query<TimelineWhole>()(z.strictObject({ caseId: idSchema })),
  /** The records of a case that lie on the timeline, in time order; paged only above 100,000. */
  'timeline.list': query<{ total: number; entries: TimelineEntry[] }>()(
    z.strictObject({
      caseId: idSchema,
      /** Of these kinds only. */
      kinds: z.array(kindSchema).max(100).optional(),
      /** What reaches into this time only, ms UTC. */
      within: z.strictObject({ fromAt: z.int(), toAt: z.int() }).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100_000).default(100_000),
    }),
  ),
};
