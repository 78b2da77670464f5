import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  type LexicalNode,
} from 'lexical';

/** Selects one node as a whole, as a click on it does. Within an update. */
export function $selectWhole(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/**
 * Selects the node of a sort that an element of the page belongs to. Within an update.
 * @returns whether there is one
 */
export function $selectAt(target: EventTarget | null, isWanted: (node: LexicalNode | null) => boolean): boolean {
  const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
  if (!node || !isWanted(node)) return false;
  $selectWhole(node);
  return true;
}

/** The one node that is selected as a whole; null where none or several are. */
export function $selectedWhole(): LexicalNode | null {
  const selection = $getSelection();
  const [only, ...more] = $isNodeSelection(selection) ? selection.getNodes() : [];
  return only && more.length === 0 ? only : null;
}
