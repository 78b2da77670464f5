import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  KEY_SPACE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $setBlock, type BlockKind } from './blocks.ts';

const SIGNS: Readonly<Record<string, BlockKind>> = {
  '#': 'heading1',
  '##': 'heading2',
  '###': 'heading3',
  '-': 'bullet',
  '*': 'bullet',
  '1.': 'number',
  '[]': 'check',
  '>': 'quote',
  '!': 'important',
};

/** A sign at the start of a paragraph, then space, makes the block: `# `, `- `, `1. `, `[] `, `> `, `! `. Undo gives the sign back. */
export function registerShortcuts(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_SPACE_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const { anchor } = selection;
      const node = anchor.getNode();
      const block = node.getParent();
      if (!$isTextNode(node) || !$isParagraphNode(block) || node.getPreviousSibling() !== null) return false;
      const kind = SIGNS[node.getTextContent().slice(0, anchor.offset)];
      if (kind === undefined) return false;
      event.preventDefault();
      node.spliceText(0, anchor.offset, '', true);
      $setBlock(kind);
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
