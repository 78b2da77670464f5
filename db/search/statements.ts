import { cleanText, composed } from '#model/clean-text.ts';
import { parseDocument } from '#model/document/parse.ts';
import { type GradedStatement, statementsOf } from '#model/document/statements.ts';
import type { SearchOptions } from '../book.ts';
import type { Db } from '../tables/read-records.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Term } from './query.ts';

/** What is shown of a hit, with the grade of the statement it was found in. */
export interface GradedExcerpt extends Excerpt {
  readonly grade: string | null;
}

/** The statements of those of the notes that hold a grade, by the number of their record; none of a criminal case's. */
export async function readStatements(
  db: Db,
  rids: readonly number[],
): Promise<ReadonlyMap<number, readonly GradedStatement[]>> {
  if (rids.length === 0) return new Map();
  const rows = await db.all<{ rid: number; document: string | null; text: string }>(
    `SELECT r.rid, n.document, n.text FROM record r CROSS JOIN note n ON n.id = r.id
     WHERE r.rid IN (SELECT value FROM json_each(?)) AND n.criminal_case IS NOT 1 AND n.text GLOB '*[[][1-3]-[A-E]-[PC]*'`,
    [JSON.stringify(rids)],
  );
  return new Map(rows.map(({ rid, document, text }) => [rid, statementsIn(document, text)]));
}

/** The statements of a note; of a document that is not understood, as far as it can be shown. Plain text holds no grade. */
export function statementsIn(document: unknown, text: unknown): readonly GradedStatement[] {
  const json = typeof document === 'string' ? document : null;
  const statements = statementsOf(parseDocument(json, typeof text === 'string' ? text : '').document);
  // As the index has them: a word with a soft hyphen in it is one word.
  return statements.map((one) => ({ ...one, text: composed(cleanText(one.text)) }));
}

/**
 * What is found in a note, with the grade that belongs to it: the statement with the most of the terms, where what is
 * shown is no more than that statement. With a grading asked for only statements graded so count, and null is answered
 * when none of them holds any of the terms.
 */
export function gradedExcerpt(
  found: Excerpt,
  statements: readonly GradedStatement[],
  terms: readonly Term[],
  { grading, mask }: Pick<SearchOptions, 'grading' | 'mask'>,
): GradedExcerpt | null {
  let best: { readonly piece: Excerpt; readonly grade: string | null } | null = null;
  for (const { text, grade } of statements) {
    if (grading && !fits(grade, grading)) continue;
    const piece = excerptOf([mask ? mask(text) : text], terms);
    if (piece.terms === 0 && terms.length > 0) continue;
    if (best === null || piece.terms > best.piece.terms) best = { piece, grade: grade?.text ?? null };
    if (best.piece.terms === terms.length) break;
  }
  if (best === null) return grading ? null : { ...found, grade: null };
  const isWhole = grading !== undefined || best.piece.terms >= found.terms;
  const { excerpt, marks } = isWhole ? best.piece : found;
  return { ...found, excerpt, marks, grade: best.grade };
}

function fits(grade: GradedStatement['grade'], wanted: NonNullable<SearchOptions['grading']>): boolean {
  if (grade === null) return false;
  return (['source', 'information', 'handling', 'basis'] as const).every(
    (part) => wanted[part] === undefined || wanted[part] === grade[part],
  );
}
