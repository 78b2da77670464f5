import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type {
  Inline,
  List,
  NoteDocument,
  Placeholder,
  ShownBlock,
  ShownDocument,
  Table,
  TextRun,
} from '#model/document/format.ts';
import { CalloutNode } from '../nodes/callout-node.ts';
import { GradeNode } from '../nodes/grade-node.ts';
import { ImageNode } from '../nodes/image-node.ts';
import { MentionNode } from '../nodes/mention-node.ts';
import { PlaceholderNode } from '../nodes/placeholder-node.ts';
import { SpanNode } from '../nodes/span-node.ts';
import { StruckNode } from '../nodes/struck-node.ts';
import { TimeNode } from '../nodes/time-node.ts';

type Shown = Inline | Placeholder;

/** Puts the blocks of a document into the editor in place of what it holds. Call inside an update. */
export function $writeDocument(document: Pick<NoteDocument | ShownDocument, 'blocks'>): void {
  const root = $getRoot();
  root.clear();
  root.splice(0, 0, document.blocks.length > 0 ? $blockNodes(document.blocks) : [$createParagraphNode()]);
}

/** Editor nodes of these blocks, not yet attached. */
export function $blockNodes(blocks: readonly ShownBlock[]): LexicalNode[] {
  return blocks.map($blockNode);
}

/** Editor nodes of inline content, not yet attached. */
export function $inlineNodes(content: readonly Shown[]): LexicalNode[] {
  return content.map($inlineNode);
}

function $blockNode(block: ShownBlock): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $filled($createParagraphNode(), block.content);
    case 'heading':
      return $filled($createHeadingNode(`h${block.level}`), block.content);
    case 'quote':
      return $filled($createQuoteNode(), block.content);
    case 'callout':
      return $filled(new CalloutNode(block.tone), block.content);
    case 'list':
      return $listNode(block);
    case 'table':
      return $tableNode(block);
    case 'image':
      return new ImageNode(block);
    case 'placeholder':
      return new PlaceholderNode(block, false);
  }
}

function $listNode(list: List<Shown>): ListNode {
  const items = list.content.map((entry) => {
    if (entry.type === 'list') return $createListItemNode().append($listNode(entry));
    const item = $createListItemNode(list.style === 'check' ? (entry.checked ?? false) : undefined);
    return $filled(item, entry.content);
  });
  // splice, not append: a list of thousands of items is written in one step.
  return $createListNode(list.style).splice(0, 0, items);
}

function $tableNode(table: Table<Shown>): TableNode {
  const rows = table.content.map((row, index) => {
    const state = table.header && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    const cells = row.content.map((cell) => {
      const node = $createTableCellNode(state);
      return node.append($filled($createParagraphNode(), cell.content));
    });
    return $createTableRowNode().splice(0, 0, cells);
  });
  return $createTableNode().splice(0, 0, rows);
}

function $filled<N extends ElementNode>(node: N, content: readonly Shown[]): N {
  return node.splice(0, 0, $inlineNodes(content));
}

function $inlineNode(inline: Shown): LexicalNode {
  switch (inline.type) {
    case 'text':
      return $textNode(inline);
    case 'break':
      return $createLineBreakNode();
    case 'mention':
      return new MentionNode(inline);
    case 'span': {
      const { content, ...target } = inline;
      return $filled(new SpanNode(target), content);
    }
    case 'time':
      return new TimeNode(inline);
    case 'grade':
      return new GradeNode(inline);
    case 'struck': {
      const { type: _, content, ...strike } = inline;
      return $filled(new StruckNode(strike), content);
    }
    case 'placeholder':
      return new PlaceholderNode(inline, true);
  }
}

function $textNode(run: TextRun): LexicalNode {
  const node = $createTextNode(run.text);
  for (const mark of run.marks ?? []) node.toggleFormat(mark === 'strike' ? 'strikethrough' : mark);
  return node;
}
