import { $insertList, $isListItemNode, $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

export const BLOCK_KINDS = ['paragraph', 'heading1', 'heading2', 'heading3', 'bullet', 'number', 'quote'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Turns the selected blocks into `kind`; into plain paragraphs if they all are that already. */
export function $setBlock(kind: BlockKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const wanted = $selectedBlock() === kind ? 'paragraph' : kind;
  if (wanted === 'bullet' || wanted === 'number') {
    $insertList(wanted);
    return;
  }
  $removeList();
  for (const block of $topBlocks(selection.getNodes())) {
    if (!$isListNode(block)) block.replace($emptyBlock(wanted), true);
  }
}

/** What kind of block the selection lies in; null when it spans several kinds. */
export function $selectedBlock(): BlockKind | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const kinds = new Set($topBlocks($isRangeSelection(selection) ? $ends(selection) : selection.getNodes()).map(kindOf));
  const [kind] = kinds;
  return kinds.size === 1 ? (kind ?? null) : null;
}

/** True if the caret lies in a list, so that in and out have a meaning. */
export function $isInList(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $findMatchingParent(selection.anchor.getNode(), $isListItemNode) !== null;
}

function $ends(selection: ReturnType<typeof $getSelection> & object): LexicalNode[] {
  const points = selection.getStartEndPoints();
  return points ? points.map((point) => point.getNode()) : [];
}

/** The blocks directly under the root that hold these nodes, each once. */
function $topBlocks(nodes: readonly LexicalNode[]): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  for (const node of nodes) {
    const top = node.getTopLevelElement();
    if ($isElementNode(top) && !$isRootNode(top)) blocks.set(top.getKey(), top);
  }
  return [...blocks.values()];
}

function kindOf(block: ElementNode): BlockKind {
  if ($isListNode(block)) return block.getListType() === 'number' ? 'number' : 'bullet';
  if ($isQuoteNode(block)) return 'quote';
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return tag === 'h1' ? 'heading1' : tag === 'h2' ? 'heading2' : 'heading3';
}

function $emptyBlock(kind: Exclude<BlockKind, 'bullet' | 'number'>): ElementNode {
  switch (kind) {
    case 'quote':
      return $createQuoteNode();
    case 'paragraph':
      return $createParagraphNode();
    case 'heading1':
      return $createHeadingNode('h1');
    case 'heading2':
      return $createHeadingNode('h2');
    case 'heading3':
      return $createHeadingNode('h3');
  }
}
