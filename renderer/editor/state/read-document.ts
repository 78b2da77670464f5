import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import {
  type Block,
  DOCUMENT_VERSION,
  type Inline,
  type List,
  type ListItem,
  MARKS,
  type Mark,
  type NoteDocument,
} from '#model/document/format.ts';
import { $isMentionNode } from '../nodes/mention-node.ts';

/** Decides which part of the text of a node is read; null leaves the node out. */
export interface Slice {
  text(node: TextNode): string | null;
  leaf(node: LexicalNode): boolean;
  emptyBlock(node: ElementNode): boolean;
}

/** What the editor holds, as a document. Throws when it holds a placeholder: such a note is never written. */
export function $readDocument(): NoteDocument {
  const blocks = $readBlocks();
  const [only] = blocks;
  const isEmpty = blocks.length === 1 && only?.type === 'paragraph' && only.content.length === 0;
  return { version: DOCUMENT_VERSION, blocks: isEmpty ? [] : blocks };
}

/** The blocks of the editor, or of a slice of it. */
export function $readBlocks(slice?: Slice): Block[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => $readBlock(node, slice) ?? []);
}

function $readBlock(node: LexicalNode, slice: Slice | undefined): Block | null {
  if (!$isElementNode(node)) throw new Error(`a ${node.getType()} cannot be stored`);
  if ($isListNode(node)) return $readList(node, slice);
  const content = $readInline(node, slice);
  if (content === null) return null;
  if ($isHeadingNode(node)) return { type: 'heading', level: levelOf(node.getTag()), content };
  return { type: $isQuoteNode(node) ? 'quote' : 'paragraph', content };
}

function $readList(node: ListNode, slice: Slice | undefined): List<Inline> | null {
  const content: (ListItem<Inline> | List<Inline>)[] = [];
  for (const item of node.getChildren()) {
    if (!$isListItemNode(item)) continue;
    const inner = item.getChildren().filter($isListNode);
    // A nested list stands alone in its item; were there text beside it, both are kept.
    const own = inner.length === item.getChildrenSize() && inner.length > 0 ? null : $readInline(item, slice);
    if (own !== null) content.push({ type: 'item', content: own });
    for (const list of inner) {
      const nested = $readList(list, slice);
      if (nested !== null) content.push(nested);
    }
  }
  return content.length > 0
    ? { type: 'list', style: node.getListType() === 'number' ? 'number' : 'bullet', content }
    : null;
}

/** Inline content of a block; null when a slice holds nothing of it. */
function $readInline(block: ElementNode, slice: Slice | undefined): Inline[] | null {
  const content: Inline[] = [];
  let touched = slice === undefined || (block.isEmpty() && slice.emptyBlock(block));
  for (const node of block.getChildren()) {
    if ($isListNode(node)) continue;
    if ($isTextNode(node)) {
      const text = slice ? slice.text(node) : node.getTextContent();
      if (text === null) continue;
      touched = true;
      pushText(content, text, marksOf(node));
    } else if (!slice || slice.leaf(node)) {
      touched = true;
      if ($isLineBreakNode(node)) content.push({ type: 'break' });
      else if ($isMentionNode(node)) content.push(node.getMention());
      else throw new Error(`a ${node.getType()} cannot be stored`);
    }
  }
  return touched ? content : null;
}

/** Adds text, one run for neighbours that look alike, breaks where it holds new lines. */
function pushText(content: Inline[], text: string, marks: readonly Mark[]): void {
  for (const [index, line] of text
    .toWellFormed()
    .split(/\r\n?|\n/)
    .entries()) {
    if (index > 0) content.push({ type: 'break' });
    if (line === '') continue;
    const last = content.at(-1);
    if (last?.type === 'text' && (last.marks ?? []).join() === marks.join()) {
      content[content.length - 1] = { ...last, text: last.text + line };
    } else {
      content.push(marks.length > 0 ? { type: 'text', text: line, marks } : { type: 'text', text: line });
    }
  }
}

function marksOf(node: TextNode): Mark[] {
  return MARKS.filter((mark) => node.hasFormat(mark === 'strike' ? 'strikethrough' : mark));
}

function levelOf(tag: string): 1 | 2 | 3 {
  return tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3;
}
