import type { ReviewItem } from '#contract/briefing.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import type { BriefingDocument } from '#model/briefing.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import { type BriefingInput, buildBriefing, reviewBriefing } from './build.ts';
import { logCopy, releaseCopy, reserveCopy } from './copies.ts';
import type { BriefingContext } from './material.ts';
import { isOpen } from './package/review.ts';
import { withPictures } from './pictures.ts';
import { createWords } from './words.ts';

/** A briefing that has its number and is about to leave. */
export interface IssuedBriefing {
  readonly caseId: RecordId;
  readonly document: BriefingDocument;
  /** Sentences that were looked at before it left. */
  readonly reviewed: readonly ReviewItem[];
  /** Notes that are told in it. */
  readonly notes: readonly RecordId[];
}

/**
 * Builds the briefing of a case under the next copy number and keeps the number until `recordExport` or
 * `releaseBriefing`. Throws ServiceError NOT_FOUND if there is no such case.
 */
export async function issueBriefing(context: BriefingContext, input: BriefingInput): Promise<IssuedBriefing> {
  const { book, person } = context;
  // It leaves an entry in the register, and a reader writes nothing.
  if (input.profile === 'saksdokumenter' && person.role === 'reader') throw new ServiceError('ROLE_REFUSED');
  const reviewed = input.profile === 'saksdokumenter' ? await reviewBriefing(context, input) : [];
  const open = reviewed.filter(isOpen).length;
  if (open > 0) throw new ServiceError('REVIEW_OPEN', { count: open });
  const copy = await reserveCopy(book, input.caseId);
  try {
    const document = await buildBriefing(context, input, copy);
    return { caseId: input.caseId, document, reviewed, notes: [...new Set((input.notes ?? []).map(({ id }) => id))] };
  } catch (error) {
    releaseCopy(book, input.caseId, copy);
    throw error;
  }
}

/**
 * What the page that prints is given: JSON of the document with the pixels of its pictures, which are held no longer than that.
 * Where they cannot be read the number is given back.
 */
export async function printedJson(context: Context, issued: IssuedBriefing): Promise<string> {
  try {
    return JSON.stringify(await withPictures(context, issued.document, true));
  } catch (error) {
    releaseBriefing(context, issued);
    throw error;
  }
}

/**
 * Writes the export of an issued briefing into the use log. To be called with the printed bytes in hand and before they
 * leave the process: no copy may be out without its line.
 */
export async function recordExport(
  { book }: Pick<BriefingContext, 'book'>,
  { caseId, document, reviewed, notes }: IssuedBriefing,
  printed: { readonly pages: number; readonly sizeBytes: number },
): Promise<void> {
  await logCopy(book, caseId, document, printed);
  for (const recordId of notes) {
    await book.use('export', { recordId, detail: `note in ${document.profile} ${document.copy}` });
  }
  if (document.profile !== 'saksdokumenter') return;
  // What the charged person can come to read is kept in a register of its own (straffeprosessloven §§ 98, 242).
  const entry = {
    givenAt: document.madeAt,
    recipient: document.reference,
    form: 'case_documents',
    contents: [...document.sections.map(({ heading }) => heading), reviewLine(document.language, reviewed)].join('\n'),
    copyNumber: String(document.copy),
    decidedBy: document.madeBy,
  } as const;
  await book.command('disclosure.export', (tx) => tx.insert('disclosure', entry, { caseId }));
}

/** Gives back the number of a briefing that was not printed after all. */
export function releaseBriefing(
  { book }: Pick<BriefingContext, 'book'>,
  { caseId, document }: Pick<IssuedBriefing, 'caseId' | 'document'>,
): void {
  releaseCopy(book, caseId, document.copy);
}

/** How many sentences were looked at with the charged person's eyes, and what came of it. */
export function reviewLine(language: Lang, reviewed: readonly ReviewItem[]): string {
  const count = (fits: (item: ReviewItem) => boolean) => reviewed.filter(fits).length;
  return createWords(language, 'UTC').t('package:review.register', {
    told: count(({ decision }) => decision === 'tell'),
    withheld: count(({ decision }) => decision === 'withhold'),
    ruled: count(({ why }) => why === 'rule'),
  });
}
