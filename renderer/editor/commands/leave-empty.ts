import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $isCalloutNode } from '../nodes/callout-node.ts';
import { $setBlock } from './blocks.ts';

/** Enter in an empty quote, frame or heading makes it plain text, as in a list: no empty frame is left behind. */
export function registerLeaveEmpty(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    INSERT_PARAGRAPH_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const block = selection.anchor.getNode();
      const isFramed = $isQuoteNode(block) || $isCalloutNode(block) || $isHeadingNode(block);
      if (!isFramed || !$isElementNode(block) || !block.isEmpty()) return false;
      $setBlock('paragraph');
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
