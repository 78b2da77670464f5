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
import type { Block, Struck } from '#model/document/format.ts';
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
 * The blocks of a shown text with the selected words struck; the text on screen stays as it is. Null when nothing is
 * selected that is not struck already.
 */
export function struckBlocks(
  editor: LexicalEditor,
  selection: RangeSelection,
  strike: Omit<Struck, 'content' | 'type'>,
): Block[] | null {
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

/** Wraps each run of neighbours in one strike; a marked span is struck whole. */
function $wrap(nodes: readonly LexicalNode[], strike: Omit<Struck, 'content' | 'type'>): boolean {
  const parts = new Set<LexicalNode>();
  for (const node of nodes) {
    const parent = node.getParent();
    const part = $isSpanNode(parent) ? parent : node;
    // A picture is a block of its own and no words: those before and after it are struck.
    const isInline = $isElementNode(part) || $isDecoratorNode(part) ? part.isInline() : true;
    if (isInline && !$isStruckNode(part) && !$isStruckNode(part.getParent())) parts.add(part);
  }
  let open: StruckNode | null = null;
  let isAny = false;
  for (const part of parts) {
    if (open === null || !part.getPreviousSibling()?.is(open)) {
      // A line break at the beginning belongs to what is before it.
      if ($isLineBreakNode(part)) continue;
      open = new StruckNode({ type: 'struck', ...strike });
      part.insertBefore(open);
    }
    open.append(part);
    if (!$isTextNode(part) || part.getTextContent() !== '') isAny = true;
  }
  return isAny;
}
