import type { RecordId } from '../ids.ts';
import type { LinkType } from '../kinds/note.ts';
import type { Inline, List, Mention, NoteDocument, Placeholder, ShownDocument } from './format.ts';
import { inlineText } from './text.ts';

type Shown = Inline | Placeholder;

/** A link that a document's mentions make: one for each record and type, however often it is mentioned. */
export interface DocumentLink {
  readonly toId: RecordId;
  readonly type: LinkType;
  /** Words around the first mention, at most 200 characters. */
  readonly excerpt: string;
}

const EXCERPT_LENGTH = 200;

/** Every mention of the document in reading order. */
export function documentMentions(document: NoteDocument | ShownDocument): Mention[] {
  const mentions: Mention[] = [];
  for (const content of runsOf(document)) {
    for (const node of content) if (node.type === 'mention') mentions.push(node);
  }
  return mentions;
}

/** The links the document makes, in the order of their first mention. */
export function documentLinks(document: NoteDocument): DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  for (const content of runsOf(document)) {
    for (const [index, node] of content.entries()) {
      if (node.type !== 'mention') continue;
      const key = `${node.to} ${node.link}`;
      if (!links.has(key)) links.set(key, { toId: node.to, type: node.link, excerpt: excerptAt(content, index) });
    }
  }
  return [...links.values()];
}

/** The inline content of each block and list item, in reading order. */
function* runsOf(document: NoteDocument | ShownDocument): Generator<readonly Shown[]> {
  for (const block of document.blocks) {
    if (block.type === 'list') yield* runsOfList(block);
    else if (block.type !== 'placeholder') yield block.content;
  }
}

function* runsOfList(list: List<Shown>): Generator<readonly Shown[]> {
  for (const entry of list.content) {
    if (entry.type === 'list') yield* runsOfList(entry);
    else yield entry.content;
  }
}

const plain = (mention: Mention) => mention.label;

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
