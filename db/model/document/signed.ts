import type { Addendum, Block, Image, Inline, NoteDocument, Statement, Strike, Struck } from './format.ts';
import { contentsOfBlock, mapBlock } from './walk.ts';

/** Who changes a signed note, and when (ms UTC). */
export interface Hand {
  readonly by: string;
  readonly at: number;
}

/**
 * A signed note is never rewritten: words and pictures of it may be struck with a reason, and text may be added. Compares what is
 * stored with what is to take its place.
 * @returns `after` with each new strike, and an addendum that is begun, bearing `hand`; null if anything else was changed: signed words, an older strike,
 * another person's addendum, one that was signed
 */
export function continued(before: NoteDocument, after: NoteDocument, hand: Hand): NoteDocument | null {
  const blocks = struckBlocks(before.blocks, after.blocks, hand);
  const addenda = blocks && continuedAddenda(before.addenda ?? [], after.addenda ?? [], hand);
  if (!blocks || !addenda) return null;
  return addenda.length > 0 ? { version: after.version, blocks, addenda } : { version: after.version, blocks };
}

/** The addendum that is being written; null when there is none. */
export function openAddendum(document: NoteDocument): Addendum | null {
  const last = document.addenda?.at(-1);
  return last && last.signedAt === undefined ? last : null;
}

/** The document with its open addendum signed. */
export function withSignedAddendum(document: NoteDocument, signedAt: number): NoteDocument {
  const addenda = document.addenda?.map((addendum): Addendum => {
    if (addendum.signedAt !== undefined) return addendum;
    const { type, by, at, content } = addendum;
    return { type, by, at, signedAt, content };
  });
  return addenda ? { ...document, addenda } : document;
}

/** True if some of it was struck after signing. */
export function hasStrike(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.type === 'image'
      ? block.struck !== undefined
      : [...contentsOfBlock(block)].some((content) => content.some((node) => node.type === 'struck')),
  );
}

function continuedAddenda(before: readonly Addendum[], after: readonly Addendum[], hand: Hand): Addendum[] | null {
  const continuedOnes: Addendum[] = [];
  for (const [index, old] of before.entries()) {
    const now = after[index];
    const isMine = old.signedAt === undefined && old.by === hand.by;
    // One's own that was not signed yet may be emptied and so be gone.
    if (!now && isMine && index === after.length) continue;
    if (!now || now.by !== old.by || now.signedAt !== old.signedAt) return null;
    // When it was begun is the core's to say: the page still has its own time in what it is writing.
    if (!isMine && now.at !== old.at) return null;
    const content = isMine ? unstruckBlocks(now.content) : struckBlocks(old.content, now.content, hand);
    // Nobody strikes in what another has not signed yet.
    if (!content || (old.signedAt === undefined && !isMine && JSON.stringify(now) !== JSON.stringify(old))) return null;
    continuedOnes.push({ ...now, at: old.at, content });
  }
  const [fresh, ...more] = after.slice(before.length);
  if (!fresh) return continuedOnes;
  const last = before.at(-1);
  const mayBegin = more.length === 0 && (last === undefined || last.signedAt !== undefined);
  const content = unstruckBlocks(fresh.content);
  if (!mayBegin || fresh.signedAt !== undefined || fresh.by !== hand.by || !content) return null;
  return [...continuedOnes, { type: 'addendum', by: hand.by, at: hand.at, content }];
}

/** The blocks if no strike is in them. */
function unstruckBlocks(blocks: readonly Block[]): readonly Block[] | null {
  return hasStrike(blocks) ? null : blocks;
}

/** `after` with its new strikes stamped; null if it differs from `before` by anything but strikes. */
function struckBlocks(before: readonly Block[], after: readonly Block[], hand: Hand): Block[] | null {
  if (before.length !== after.length) return null;
  const stamped: Block[] = [];
  for (const [index, old] of before.entries()) {
    const now = after[index];
    if (!now || skeleton(old) !== skeleton(now)) return null;
    if (now.type === 'image') {
      const image = struckImage(old as Image, now, hand);
      if (!image) return null;
      stamped.push(image);
      continue;
    }
    const oldContents = [...contentsOfBlock(old)] as (readonly Inline[])[];
    let part = 0;
    let isSame = true;
    const block = mapBlock(now, (content) => {
      const done = struckContent(oldContents[part++] ?? [], content, hand);
      if (!done) isSame = false;
      return done ?? content;
    });
    if (!isSame) return null;
    stamped.push(block);
  }
  return stamped;
}

/** All of a block that is neither inline content nor a strike. */
function skeleton(block: Block): string {
  if (block.type !== 'image') return JSON.stringify(mapBlock(block, () => []));
  const { struck: _, ...image } = block;
  return JSON.stringify(image);
}

/** The picture with its new strike stamped; null if an older strike was changed or taken back. */
function struckImage(before: Image, after: Image, hand: Hand): Image | null {
  const { struck: old } = before;
  const { struck: now } = after;
  if (old) return now && strikeKey(old) === strikeKey(now) ? after : null;
  return now ? { ...after, struck: { by: hand.by, at: hand.at, reason: now.reason } } : after;
}

/** One sign of text with its marks, or one whole node; and the strike it lies under. */
interface Atom {
  readonly text: string;
  readonly strike: Struck | null;
}

function struckContent(before: readonly Inline[], after: readonly Inline[], hand: Hand): Inline[] | null {
  const old = atomsOf(before);
  const now = atomsOf(after);
  if (old.length !== now.length || old.some((atom, index) => atom.text !== now[index]?.text)) return null;
  let at = 0;
  const stamped: Inline[] = [];
  for (const node of after) {
    const length = atomsOf([node]).length;
    const under = new Set(old.slice(at, at + length).map(({ strike }) => strike && strikeKey(strike)));
    at += length;
    if (node.type !== 'struck') {
      // A strike that is gone.
      if (under.size > 1 || (length > 0 && !under.has(null))) return null;
      stamped.push(node);
    } else if (under.size === 1 && under.has(null)) {
      const { type, reason, content } = node;
      stamped.push({ type, by: hand.by, at: hand.at, reason, content });
    } else if (under.size === 1 && under.has(strikeKey(node))) stamped.push(node);
    else return null;
  }
  return stamped;
}

function strikeKey({ by, at, reason }: Strike): string {
  return JSON.stringify([by, at, reason]);
}

function atomsOf(content: readonly Inline[], strike: Struck | null = null): Atom[] {
  return content.flatMap((node): Atom[] => {
    if (node.type === 'struck') return atomsOf(node.content, node);
    if (node.type !== 'text') return [{ text: JSON.stringify(node satisfies Statement), strike }];
    const marks = (node.marks ?? []).join();
    return [...node.text].map((sign) => ({ text: `${marks} ${sign}`, strike }));
  });
}
