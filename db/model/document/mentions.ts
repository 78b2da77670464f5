import type { RecordId } from '../ids.ts';
import type { LinkType } from '../kinds/note.ts';
import type { Inline, LinkTarget, NoteDocument, Placeholder, ShownDocument } from './format.ts';
import type { DateText } from './moment.ts';
import { inlineText } from './text.ts';
import { blocksOf, contentsOfBlock } from './walk.ts';

type Shown = Inline | Placeholder;

/** A link that a document's mentions, marked spans and pictures make: one for each record, type and date, however often it is made. */
export interface DocumentLink {
  readonly toId: RecordId;
  readonly type: LinkType;
  /** For when the link is said to hold; null when that is not said. */
  readonly date: DateText | null;
  /** Words around the first mention, the marked words with those around them, or a picture's own; at most 200 characters. */
  readonly excerpt: string;
}

const EXCERPT_LENGTH = 200;

/** Everything in the document that links to a record, in reading order, struck text too. */
export function documentMentions(document: NoteDocument | ShownDocument): LinkTarget[] {
  const targets: LinkTarget[] = [];
  for (const block of blocksOf(document)) {
    if (block.type === 'image' && block.link) targets.push(block.link);
    for (const content of contentsOfBlock(block)) {
      for (const node of content) {
        if (node.type === 'struck') targets.push(...node.content.filter(isLink));
        else if (isLink(node)) targets.push(node);
      }
    }
  }
  return targets;
}

/** The links the document makes, in the order of their first mention. What was struck links to nothing any more. */
export function documentLinks(document: NoteDocument): DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  const take = (target: LinkTarget, excerpt: () => string) => {
    const { to, link, date = null } = target;
    const key = linkKey({ toId: to, type: link, date });
    if (!links.has(key)) links.set(key, { toId: to, type: link, date, excerpt: excerpt() });
  };
  for (const block of blocksOf(document)) {
    if (block.type === 'image' && block.link && !block.struck)
      take(block.link, () => cutEnd(block.alt, EXCERPT_LENGTH));
    for (const content of contentsOfBlock(block)) {
      for (const [index, node] of content.entries()) if (isLink(node)) take(node, () => excerptAt(content, index));
    }
  }
  return [...links.values()];
}

/** What tells one link of a document from another. */
export function linkKey({ toId, type, date }: { toId: string; type: string; date: string | null }): string {
  return `${toId} ${type} ${date ?? ''}`;
}

function isLink(node: Shown): node is Extract<Shown, LinkTarget> {
  return node.type === 'mention' || node.type === 'span';
}

const plain = (mention: LinkTarget) => mention.label;

/** The mention with the words before and after it, cut between words where there are more. */
function excerptAt(content: readonly Shown[], index: number): string {
  const oneLine = (nodes: readonly Shown[]) => inlineText(nodes, plain).replace(/\s+/g, ' ');
  const label = oneLine(content.slice(index, index + 1)).slice(0, EXCERPT_LENGTH);
  const room = EXCERPT_LENGTH - label.length;
  const before = cutStart(oneLine(content.slice(0, index)), Math.floor(room / 2));
  const after = cutEnd(oneLine(content.slice(index + 1)), room - before.length);
  return `${before}${label}${after}`.trim();
}

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = length > 1 ? text.slice(1 - length) : '';
  const space = tail.indexOf(' ');
  return `…${space === -1 ? '' : tail.slice(space + 1)}`.toWellFormed();
}

function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = length > 1 ? text.slice(0, length - 1) : '';
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 0))}…`.toWellFormed();
}
