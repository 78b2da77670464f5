import { $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';

/** An @ with what is typed after it, up to the caret. */
export interface MentionQuery {
  readonly node: TextNode;
  /** Where the @ stands in the node's text. */
  readonly from: number;
  /** The caret. */
  readonly to: number;
  readonly text: string;
}

/** Longest text after the @, in characters, and most words: titles are found long before. */
const MAX_LENGTH = 60;
const MAX_WORDS = 4;

const QUERY = /(?:^|[\s([{«"“'’/–-])@([^\s@][^@]*)?$/u;

/** The mention that is being typed where the caret stands, or null. An address such as a@b.no is none. */
export function $findQuery(): MentionQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return null;
  const query = queryIn(node.getTextContent().slice(Math.max(0, anchor.offset - MAX_LENGTH - 2), anchor.offset));
  return query === null ? null : { node, from: anchor.offset - query.length - 1, to: anchor.offset, text: query };
}

/** What stands after the last @ of `text`, or null when that @ begins no mention. */
export function queryIn(text: string): string | null {
  const found = QUERY.exec(text);
  if (!found) return null;
  const query = found[1] ?? '';
  if (query.length > MAX_LENGTH || query.split(/\s+/).length > MAX_WORDS || /\s\s$/.test(query)) return null;
  return query;
}
