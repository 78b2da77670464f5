import {
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import type { LinkTarget } from '#model/document/format.ts';
import { type LinkChange, withLink } from '../nodes/mention-node.ts';
import { $isSpanNode, $unwrapSpan, SpanNode } from '../nodes/span-node.ts';

/** Makes the selected words a link: one span in each block, and parts of older links inside are part of the new one. */
export function $markSpan(target: LinkTarget): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const { to, kind, label, link, date } = target;
  const own = date === undefined ? { to, kind, label, link } : { to, kind, label, link, date };
  let open: SpanNode | null = null;
  for (const node of $selectedWords(selection.extract())) {
    const parent = node.getParent();
    if ($isSpanNode(parent)) $unwrapSpan(parent);
    if (open === null || !node.getPreviousSibling()?.is(open)) {
      open = new SpanNode({ type: 'span', ...own });
      node.insertBefore(open);
    }
    open.append(node);
  }
}

/** Puts a span with other words about its link in the place of this one, around the same words. */
export function $changeSpan(node: SpanNode, change: LinkChange): SpanNode {
  const changed = new SpanNode(withLink(node.getTarget(), change));
  node.replace(changed, true);
  return changed;
}

/** Text and the line breaks between it; what is no word parts the link. */
function $selectedWords(nodes: readonly LexicalNode[]): LexicalNode[] {
  const words = nodes.filter((node): node is TextNode => $isTextNode(node) || $isLineBreakNode(node));
  // A break at an end belongs to the line, not to the words.
  const first = words.findIndex($isTextNode);
  const last = words.findLastIndex($isTextNode);
  return words.slice(first, last + 1);
}
