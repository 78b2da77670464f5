import {
  $createRangeSelectionFromDom,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { Block, Strike } from '#model/document/format.ts';
import { $isImageNode, ImageNode } from '../nodes/image-node.ts';
import { $isSpanNode } from '../nodes/span-node.ts';
import { $isStruckNode, StruckNode } from '../nodes/struck-node.ts';
import { $readBlocks } from './read-document.ts';

/** What is selected on screen in a text that is only shown; null when nothing is, or it lies elsewhere. */
export function shownSelection(editor: LexicalEditor): RangeSelection | null {
  const selection = document.getSelection();
  const root = editor.getRootElement();
  if (!selection || selection.isCollapsed || !root) return null;
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return null;
  return editor.read(() => $createRangeSelectionFromDom(selection, editor));
}

/**
 * The blocks of a shown text with the selected words and pictures struck; the text on screen stays as it is. Null when nothing is
 * selected that is not struck already.
 */
export function struckBlocks(editor: LexicalEditor, selection: RangeSelection, strike: Strike): Block[] | null {
  const before = editor.getEditorState();
  let blocks: Block[] | null = null;
  editor.update(
    () => {
      const own = selection.clone();
      $setSelection(own);
      if ($wrap(own.extract(), strike)) blocks = $readBlocks();
    },
    { discrete: true },
  );
  editor.setEditorState(before);
  return blocks;
}

/** Wraps each run of neighbours in one strike; a marked span is struck whole, and so is a picture. */
function $wrap(nodes: readonly LexicalNode[], strike: Strike): boolean {
  const parts = new Set<LexicalNode>();
  let isAny = false;
  for (const node of nodes) {
    if ($isImageNode(node)) isAny = $strikeImage(node, strike) || isAny;
    const parent = node.getParent();
    const part = $isSpanNode(parent) ? parent : node;
    const isInline = $isElementNode(part) || $isDecoratorNode(part) ? part.isInline() : true;
    if (isInline && !$isStruckNode(part) && !$isStruckNode(part.getParent())) parts.add(part);
  }
  let open: StruckNode | null = null;
  for (const part of parts) {
    if (open === null || !part.getPreviousSibling()?.is(open)) {
      // A line break at the beginning belongs to what is before it.
      if ($isLineBreakNode(part)) continue;
      open = new StruckNode(strike);
      part.insertBefore(open);
    }
    open.append(part);
    if (!$isTextNode(part) || part.getTextContent() !== '') isAny = true;
  }
  return isAny;
}

/** A picture is a block of its own: the strike is part of it. @returns false for one that is struck already */
function $strikeImage(node: ImageNode, strike: Strike): boolean {
  if (node.getValue().struck) return false;
  node.replace(new ImageNode({ ...node.getValue(), struck: strike }));
  return true;
}
