import { z } from 'zod';
import { BASES, HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from '#model/document/grading.ts';
import type { SearchHit } from '#model/search.ts';
import { idSchema, kindSchema } from './common.ts';
import { nothing, query, ROLES } from './route.ts';

/** What is looked for, and what it is narrowed by. */
export const searchQuestion = z.strictObject({
  text: z.string().max(400),
  caseId: idSchema.optional(),
  kinds: z.array(kindSchema).max(128).optional(),
  /** Of the person, or with a reference or link to them. */
  personId: idSchema.optional(),
  /** Lies in [fromAt, toAt), ms UTC; what says no time lies at its entry. */
  fromAt: z.int().optional(),
  toAt: z.int().optional(),
  /** Name of who entered it or changed it last. */
  author: z.string().max(120).optional(),
  /** Notes with a statement graded so; what is left out may be anything. */
  grading: z
    .strictObject({
      source: z.enum(SOURCE_STEPS).optional(),
      information: z.enum(INFORMATION_STEPS).optional(),
      handling: z.enum(HANDLING_CODES).optional(),
      basis: z.enum(BASES).optional(),
    })
    .optional(),
  /** Looks also in texts that were replaced since. */
  old: z.boolean().optional(),
});
export type SearchQuestion = z.infer<typeof searchQuestion>;

/** A search a person keeps, by the name they gave it. */
export interface SavedSearch {
  readonly name: string;
  readonly question: SearchQuestion;
}

const searchName = z.string().trim().min(1).max(80);
/** One saved search, as it lies in the book's settings. */
export const savedSearch = z.strictObject({ name: searchName, question: searchQuestion });

export const searchRoutes = {
  /**
   * Without words, what the filters leave, the newest first; without either, nothing. Leaves a line in the use log: that
   * a search was made and how many hits it had, not its words.
   */
  'search.query': query<SearchHit[]>()(searchQuestion.extend({ limit: z.int().min(1).max(1_000).default(50) })),
  /** Searches that are kept, and who has entered or changed anything in the book. */
  'search.saved': query<{ saved: SavedSearch[]; authors: string[] }>()(nothing),
  /** Keeps a search under a name; one of that name is replaced. Outside the log. Fails with TOO_MANY_SEARCHES. */
  'search.save': query<SavedSearch[]>()(savedSearch, {
    roles: ROLES,
  }),
  'search.forget': query<SavedSearch[]>()(z.strictObject({ name: searchName })),
};
