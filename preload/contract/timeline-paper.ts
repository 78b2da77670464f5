import { z } from 'zod';
import { drawnTimelineSchema } from '#model/drawn-timeline.ts';

const text = z.string().max(500);

/** A page of a printed timeline: a day or a week as a drawing, and under it the same in words, a table a day. */
const page = z.strictObject({
  heading: text,
  drawing: drawnTimelineSchema,
  days: z
    .array(
      z.strictObject({
        /** Null where the page is one day, and says so itself. */
        heading: text.nullable(),
        /** Lane by lane, in the order in which they are drawn. */
        rows: z.array(z.strictObject({ lane: text, when: text, what: z.string().max(1_000), state: text })).max(20_000),
      }),
    )
    .max(8),
});

/** A table after the last page: what of the range was accepted, and the exceptions it rests on. */
const register = z.strictObject({
  heading: text,
  /** The second and the third hold sentences: what it is about, and why. */
  columns: z.array(text).min(3).max(8),
  rows: z
    .array(z.array(z.string().max(2_200)).max(8))
    .min(1)
    .max(20_000),
});

/** A range of a case's timeline as the window shows it, worded for paper. */
export const timelinePaperSchema = z.strictObject({
  columns: z.strictObject({ lane: text, when: text, what: text, state: text }),
  /** Stands on a page on which nothing lies. */
  empty: text,
  /** A year of days; what is longer is printed by weeks. */
  pages: z.array(page).min(1).max(366),
  /** Null where nothing was accepted and no exception holds. */
  register: z.strictObject({ heading: text, tables: z.array(register).min(1).max(2) }).nullable(),
});
export type TimelinePaper = z.output<typeof timelinePaperSchema>;
