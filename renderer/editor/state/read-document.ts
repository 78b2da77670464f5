import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode, TableCellHeaderStates, type TableNode } from '@lexical/table';
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
  type Break,
  DOCUMENT_VERSION,
  type Inline,
  type List,
  type ListItem,
  type ListStyle,
  MARKS,
  type Mark,
  type NoteDocument,
  type Statement,
  type Table,
  type TableRow,
  type TextRun,
} from '#model/document/format.ts';
import { $isCalloutNode } from '../nodes/callout-node.ts';
import { $isGradeNode } from '../nodes/grade-node.ts';
import { $isImageNode } from '../nodes/image-node.ts';
import { $isMentionNode } from '../nodes/mention-node.ts';
import { $isSpanNode } from '../nodes/span-node.ts';
import { $isStruckNode } from '../nodes/struck-node.ts';
import { $isTimeNode } from '../nodes/time-node.ts';

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
  if ($isImageNode(node)) return !slice || slice.leaf(node) ? node.getValue() : null;
  if (!$isElementNode(node)) throw new Error(`a ${node.getType()} cannot be stored`);
  if ($isListNode(node)) return $readList(node, slice);
  if ($isTableNode(node)) return $readTable(node, slice);
  const content = $readInline(node, slice);
  if (content === null) return null;
  if ($isHeadingNode(node)) return { type: 'heading', level: levelOf(node.getTag()), content };
  if ($isCalloutNode(node)) return { type: 'callout', tone: node.getTone(), content };
  return { type: $isQuoteNode(node) ? 'quote' : 'paragraph', content };
}

function $readList(node: ListNode, slice: Slice | undefined): List<Inline> | null {
  const content: (ListItem<Inline> | List<Inline>)[] = [];
  const style: ListStyle = node.getListType();
  for (const item of node.getChildren()) {
    if (!$isListItemNode(item)) continue;
    const inner = item.getChildren().filter($isListNode);
    // A nested list stands alone in its item; were there text beside it, both are kept.
    const own = inner.length === item.getChildrenSize() && inner.length > 0 ? null : $readInline(item, slice);
    const isChecked = style === 'check' && item.getChecked() === true;
    if (own !== null) {
      content.push(isChecked ? { type: 'item', checked: true, content: own } : { type: 'item', content: own });
    }
    for (const list of inner) {
      const nested = $readList(list, slice);
      if (nested !== null) content.push(nested);
    }
  }
  return content.length > 0 ? { type: 'list', style, content } : null;
}

/** A table; of a slice, the rows it touches, whole rows so that what stands under what does not shift. */
function $readTable(node: TableNode, slice: Slice | undefined): Table<Inline> | null {
  const rows: TableRow<Inline>[] = [];
  let header = false;
  for (const row of node.getChildren()) {
    if (!$isTableRowNode(row)) continue;
    const cells = row.getChildren().filter($isTableCellNode);
    const contents = cells.map((cell) => $readCell(cell, slice));
    if (contents.every((content) => content === null)) continue;
    if (rows.length === 0) header = cells[0]?.getHeaderStyles() === TableCellHeaderStates.ROW;
    rows.push({ type: 'row', content: contents.map((content) => ({ type: 'cell', content: content ?? [] })) });
  }
  return rows.length > 0 ? { type: 'table', header, content: rows } : null;
}

/** A cell is one run of text; what the editor holds as several paragraphs is lines of it. */
function $readCell(cell: ElementNode, slice: Slice | undefined): Inline[] | null {
  let content: Inline[] | null = null;
  for (const block of cell.getChildren()) {
    if (!$isElementNode(block)) continue;
    const own = $readInline(block, slice);
    if (own === null) continue;
    content = content === null ? own : [...content, { type: 'break' }, ...own];
  }
  return content;
}

/** Inline content of a block; null when a slice holds nothing of it. */
function $readInline(block: ElementNode, slice: Slice | undefined): Inline[] | null {
  const content: Inline[] = [];
  let touched = slice === undefined || (block.isEmpty() && slice.emptyBlock(block));
  for (const node of block.getChildren()) {
    if ($isListNode(node)) continue;
    if ($isStruckNode(node)) {
      const struck: Statement[] = [];
      for (const child of node.getChildren()) touched = $pushStatement(struck, child, slice) || touched;
      if (struck.length > 0) content.push({ type: 'struck', ...node.getStrike(), content: struck });
    } else touched = $pushStatement(content, node, slice) || touched;
  }
  return touched ? content : null;
}

/** Adds what a node says. @returns false if a slice leaves it out */
function $pushStatement(content: (Statement | Inline)[], node: LexicalNode, slice: Slice | undefined): boolean {
  if ($isTextNode(node)) {
    const text = slice ? slice.text(node) : node.getTextContent();
    if (text === null) return false;
    pushText(content, text, marksOf(node));
    return true;
  }
  if ($isSpanNode(node)) {
    const words: (TextRun | Break)[] = [];
    let touched = false;
    for (const child of node.getChildren()) touched = $pushStatement(words as Statement[], child, slice) || touched;
    if (words.length > 0) content.push({ ...node.getTarget(), content: words });
    return touched;
  }
  if (slice && !slice.leaf(node)) return false;
  if ($isLineBreakNode(node)) content.push({ type: 'break' });
  else if ($isMentionNode(node) || $isTimeNode(node) || $isGradeNode(node)) content.push(node.getValue());
  else throw new Error(`a ${node.getType()} cannot be stored`);
  return true;
}

/** Adds text, one run for neighbours that look alike, breaks where it holds new lines. */
function pushText(content: (Statement | Inline)[], text: string, marks: readonly Mark[]): void {
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
