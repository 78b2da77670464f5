import { $insertList, $isListItemNode, $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
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
import { $isCalloutNode, CalloutNode } from '../nodes/callout-node.ts';
import { $isGradeNode } from '../nodes/grade-node.ts';

export const BLOCK_KINDS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet',
  'number',
  'check',
  'quote',
  'callout',
  'important',
  'decision',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What a block of text can be besides a list. */
type TextKind = Exclude<BlockKind, 'bullet' | 'number' | 'check'>;

/** Turns the selected blocks into `kind`; into plain paragraphs if they all are that already. */
export function $setBlock(kind: BlockKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const wanted = $selectedBlock() === kind ? 'paragraph' : kind;
  // A cell of a table holds one run of text.
  if ($isInTable(selection)) return;
  if (wanted === 'bullet' || wanted === 'number' || wanted === 'check') {
    $insertList(wanted);
    return;
  }
  $removeList();
  for (const block of $topBlocks(selection.getNodes())) {
    if ($isListNode(block) || $isTableNode(block)) continue;
    const changed = block.replace($emptyBlock(wanted), true);
    // Her own words are not graded.
    if ($isQuoteNode(changed)) for (const node of changed.getChildren()) if ($isGradeNode(node)) node.remove();
  }
}

/** True if either end of the selection lies in a table. */
export function $isInTable(selection = $getSelection()): boolean {
  return selection !== null && $ends(selection).some((node) => $findMatchingParent(node, $isTableNode) !== null);
}

/** What kind of block the selection lies in; null when it spans several kinds. */
export function $selectedBlock(): BlockKind | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const blocks = $topBlocks($isRangeSelection(selection) ? $ends(selection) : selection.getNodes());
  const kinds = new Set(blocks.map((block) => ($isTableNode(block) ? null : kindOf(block))));
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
  if ($isListNode(block)) return block.getListType();
  if ($isCalloutNode(block)) return CALLOUT_KINDS[block.getTone()];
  if ($isQuoteNode(block)) return 'quote';
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return tag === 'h1' ? 'heading1' : tag === 'h2' ? 'heading2' : 'heading3';
}

const CALLOUT_KINDS = { note: 'callout', important: 'important', decision: 'decision' } as const;

function $emptyBlock(kind: TextKind): ElementNode {
  switch (kind) {
    case 'callout':
      return new CalloutNode('note');
    case 'important':
      return new CalloutNode('important');
    case 'decision':
      return new CalloutNode('decision');
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
