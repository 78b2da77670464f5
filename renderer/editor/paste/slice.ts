import {
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type NodeKey,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import type { Block } from '#model/document/format.ts';
import { $readBlocks, type Slice } from '../state/read-document.ts';

/** The selected part of the document, blocks cut where the selection cuts them; null when nothing is selected. */
export function $selectedBlocks(): Block[] | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const keys = new Set(selection.getNodes().map((node) => node.getKey()));
    return $readBlocks({ text: () => null, leaf: (node) => keys.has(node.getKey()), emptyBlock: () => false });
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  return $readBlocks($sliceOf(selection));
}

function $sliceOf(selection: RangeSelection): Slice {
  const keys = new Set<NodeKey>();
  for (const node of selection.getNodes()) keys.add(node.getKey());
  const [start, end] = selection.getStartEndPoints();
  const [first, last] = selection.isBackward() ? [end, start] : [start, end];
  return {
    text(node: TextNode) {
      const key = node.getKey();
      if (!keys.has(key)) return null;
      const from = first.type === 'text' && first.key === key ? first.offset : 0;
      const to = last.type === 'text' && last.key === key ? last.offset : undefined;
      return node.getTextContent().slice(from, to);
    },
    leaf: (node) => !$isElementNode(node) && keys.has(node.getKey()),
    emptyBlock: (node) => keys.has(node.getKey()),
  };
}
