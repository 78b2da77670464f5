import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type {
  BlockOf,
  Inline,
  List,
  NoteDocument,
  Placeholder,
  ShownDocument,
  TextRun,
} from '#model/document/format.ts';
import { $createMentionNode } from '../nodes/mention-node.ts';
import { PlaceholderNode } from '../nodes/placeholder-node.ts';

type Shown = Inline | Placeholder;

/** Puts a document into the editor in place of what it holds. Call inside an update. */
export function $writeDocument(document: NoteDocument | ShownDocument): void {
  const root = $getRoot();
  root.clear();
  root.splice(0, 0, document.blocks.length > 0 ? $blockNodes(document.blocks) : [$createParagraphNode()]);
}

/** Editor nodes of these blocks, not yet attached. */
export function $blockNodes(blocks: readonly (BlockOf<Shown> | Placeholder)[]): LexicalNode[] {
  return blocks.map($blockNode);
}

/** Editor nodes of inline content, not yet attached. */
export function $inlineNodes(content: readonly Shown[]): LexicalNode[] {
  return content.map($inlineNode);
}

function $blockNode(block: BlockOf<Shown> | Placeholder): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $filled($createParagraphNode(), block.content);
    case 'heading':
      return $filled($createHeadingNode(`h${block.level}`), block.content);
    case 'quote':
      return $filled($createQuoteNode(), block.content);
    case 'list':
      return $listNode(block);
    case 'placeholder':
      return new PlaceholderNode(block, false);
  }
}

function $listNode(list: List<Shown>): ListNode {
  const items = list.content.map((entry) => {
    const item = $createListItemNode();
    if (entry.type === 'list') item.append($listNode(entry));
    else $filled(item, entry.content);
    return item;
  });
  const node = $createListNode(list.style);
  // splice, not append: a list of thousands of items is written in one step.
  return node.splice(0, 0, items);
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
      return $createMentionNode(inline);
    case 'placeholder':
      return new PlaceholderNode(inline, true);
  }
}

function $textNode(run: TextRun): LexicalNode {
  const node = $createTextNode(run.text);
  for (const mark of run.marks ?? []) node.toggleFormat(mark === 'strike' ? 'strikethrough' : mark);
  return node;
}
