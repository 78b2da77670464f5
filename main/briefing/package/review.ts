import { createHash } from 'node:crypto';
import type { ReviewItem } from '#contract/briefing.ts';
import type { Book } from '#db/book.ts';
import { WITHHELD } from '#model/briefing.ts';
import type { Image } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Kind, Values } from '#model/kinds.ts';
import { sentencesOf, spaceAfter } from '../sentences.ts';
import type { Cues } from './cues.ts';

/** What a person decided about a sentence of the papers of a case. */
type Decision = Values<'sentence_decision'>['decision'];

/** Why a decision is struck, for the log: a person took it back. */
const TAKEN_BACK = 'taken_back';

/** Decisions by the sentence's key. */
type Decisions = ReadonlyMap<string, { readonly decision: Decision; readonly by: string; readonly at: number }>;

/** Decisions about the sentences of a case. */
async function readDecisions(book: Book, caseId: RecordId): Promise<Decisions> {
  const kept = await book.list('sentence_decision', { caseId });
  return new Map(
    kept.map(({ values, changedBy, changedAt }) => [
      values.sentenceKey,
      { decision: values.decision, by: changedBy, at: changedAt },
    ]),
  );
}

/** Keeps a decision about sentences; null takes it back. A sentence that is written anew is another one. */
export async function decideSentences(
  book: Book,
  caseId: RecordId,
  keys: readonly string[],
  decision: Decision | null,
): Promise<void> {
  const kept = await book.list('sentence_decision', { caseId });
  const before = new Map(kept.map((record) => [record.values.sentenceKey, record]));
  await book.command('briefing.decide', async (tx) => {
    for (const sentenceKey of new Set(keys)) {
      const record = before.get(sentenceKey);
      if (decision === null) {
        if (record) await tx.remove(record.id, TAKEN_BACK);
      } else if (!record) await tx.insert('sentence_decision', { sentenceKey, decision }, { caseId });
      else if (record.values.decision !== decision) await tx.update('sentence_decision', record.id, { decision });
    }
  });
}

/** True for a text that the charged person has been given before. */
export type Known = (record: BookRecord<Kind>, field: string) => boolean;

/** What a review is asked for. */
export interface Asked {
  /** Also gathers every sentence that holds these words, to be withheld by hand. */
  readonly find: string | null;
}

/**
 * Reads free text for the papers of the case, sentence by sentence. What may tell of her is withheld until a person has
 * decided; nothing is dropped in silence: every sentence that is left out is an item of the review.
 */
export class Review {
  readonly #cues: Cues;
  readonly #isKnown: Known;
  readonly #decisions: Decisions;
  readonly #find: string | null;
  readonly #asTokens: boolean;
  readonly #items: ReviewItem[] = [];

  private constructor(cues: Cues, isKnown: Known, decisions: Decisions, asked: Asked | null) {
    this.#cues = cues;
    this.#isKnown = isKnown;
    this.#decisions = decisions;
    this.#asTokens = asked !== null;
    this.#find = asked?.find?.trim().toLocaleLowerCase('nb') || null;
  }

  /**
   * @param isKnown what he knows already, and nobody need be asked about
   * @param asked the document is built to see what would be printed: its sentences stand in it as tokens
   */
  static async open(
    book: Book,
    caseId: RecordId,
    { cues, isKnown }: { readonly cues: Cues; readonly isKnown: Known },
    asked: Asked | null,
  ): Promise<Review> {
    return new Review(cues, isKnown, await readDecisions(book, caseId), asked);
  }

  get items(): readonly ReviewItem[] {
    return this.#items;
  }

  /** The text as it may be told. @returns also how many sentences were left out */
  read(record: BookRecord<Kind>, field: string, text: string): { text: string; hits: number } {
    let hits = 0;
    const known = this.#isKnown(record, field);
    const told = sentencesOf(text).map((sentence) => {
      const words = known ? [] : this.#cues(sentence);
      const key = keyOf(record.id, field, sentence);
      const decided = this.#decisions.get(key);
      const ruled = sentence.includes(WITHHELD);
      const found = this.#find !== null && sentence.toLocaleLowerCase('nb').includes(this.#find);
      const isAsked = words.length > 0 || decided !== undefined;
      const isItem = isAsked || ruled || found;
      if (isItem) {
        this.#items.push({
          key,
          recordId: record.id,
          kind: record.kind,
          field,
          text: sentence.trim(),
          why: ruled ? 'rule' : words.length > 0 ? 'words' : decided ? 'person' : 'found',
          words: [...words],
          decision: decided?.decision ?? null,
          by: decided?.by ?? null,
          at: decided?.at ?? null,
        });
      }
      if (this.#asTokens) return isItem ? tokenOf(key) : sentence;
      const isLeftOut = decided ? decided.decision === 'withhold' : words.length > 0;
      if (!isLeftOut) return sentence;
      hits += 1;
      return `${WITHHELD}${spaceAfter(sentence)}`;
    });
    return { text: told.join(''), hits };
  }

  /** A picture, which no rule can read: told only when a person has looked at it and said so. @returns true if it is told */
  picture(record: BookRecord<Kind>, field: string, { attachment, alt }: Pick<Image, 'attachment' | 'alt'>): boolean {
    const key = keyOf(record.id, field, `picture ${attachment}`);
    const decided = this.#decisions.get(key);
    this.#items.push({
      key,
      recordId: record.id,
      kind: record.kind,
      field,
      text: alt,
      why: 'picture',
      words: [],
      decision: decided?.decision ?? null,
      by: decided?.by ?? null,
      at: decided?.at ?? null,
    });
    return decided?.decision === 'tell';
  }
}

/** Stands for a sentence in a document that is built to see which sentences it holds. */
export function tokenOf(key: string): string {
  return `\u2402${key}\u2403`;
}

/** True while a person must still decide about the sentence or the picture. */
export function isOpen({ why, decision }: ReviewItem): boolean {
  return (why === 'words' || why === 'picture') && decision === null;
}

function keyOf(recordId: RecordId, field: string, sentence: string): string {
  return createHash('sha256')
    .update(JSON.stringify([recordId, field, sentence.trim()]))
    .digest('hex')
    .slice(0, 32);
}
