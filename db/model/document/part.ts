import type { Block, NoteDocument } from './format.ts';
import { inlineText } from './text.ts';

/** A part of a note under a heading of its own text. */
export interface NotePart {
  /** Which of the note's headings, 0 first. */
  readonly number: number;
  /** What the heading says, so that a note that changed meanwhile is not told from another part. */
  readonly heading: string;
}

/** The parts of a note: one for each heading that says something. */
export function partsOf({ blocks }: NoteDocument): NotePart[] {
  return blocks
    .filter((block) => block.type === 'heading')
    .map(({ content }, number) => ({ number, heading: headingText(content) }))
    .filter(({ heading }) => heading !== '');
}

/**
 * The note from a heading to the next one of its level or above, without what was added later; null if that heading is not
 * there any more.
 */
export function documentPart(document: NoteDocument, { number, heading }: NotePart): NoteDocument | null {
  const places = document.blocks.flatMap((block, at) => (block.type === 'heading' ? [{ block, at }] : []));
  const first = places[number];
  if (!first || headingText(first.block.content) !== heading) return null;
  const next = places.find(({ block, at }) => at > first.at && block.level <= first.block.level);
  return { version: document.version, blocks: document.blocks.slice(first.at, next?.at) };
}

/** What a heading says, on one line. */
export function headingText(content: (Block & { type: 'heading' })['content']): string {
  return inlineText(content).replace(/\s+/g, ' ').trim();
}
