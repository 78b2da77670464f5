import { ListItemNode, ListNode, registerListStrictIndentTransform } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical';
import { MAX_LIST_DEPTH } from '#model/document/format.ts';

const KEPT_FORMATS = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH;

/**
 * Holds the editor to what the document can say, however something came in: no other text formats, no styles, no
 * alignment, no deeper lists. What is on screen is then what is stored.
 */
export function registerGuard(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~KEPT_FORMATS) !== 0) node.setFormat(node.getFormat() & KEPT_FORMATS);
      if (node.getStyle() !== '') node.setStyle('');
      if (node.getMode() !== 'normal') node.setMode('normal');
    }),
    editor.registerNodeTransform(ParagraphNode, $plainBlock),
    editor.registerNodeTransform(QuoteNode, $plainBlock),
    editor.registerNodeTransform(HeadingNode, (node) => {
      $plainBlock(node);
      if (['h4', 'h5', 'h6'].includes(node.getTag())) node.setTag('h3');
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet');
      if (node.getStart() !== 1) node.setStart(1);
    }),
    editor.registerNodeTransform(ListItemNode, (node) => {
      if (node.getIndent() >= MAX_LIST_DEPTH) node.setIndent(MAX_LIST_DEPTH - 1);
    }),
    registerListStrictIndentTransform(editor),
  );
}

function $plainBlock(node: ElementNode): void {
  if (node.getIndent() !== 0) node.setIndent(0);
  if (node.getFormatType() !== '') node.setFormat('');
}
