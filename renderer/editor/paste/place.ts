import {
  $addUpdateTag,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Image } from '#model/document/format.ts';
import { ImageNode } from '../nodes/image-node.ts';

/** Where in the text something belongs that comes later; what comes next stands after what came before. */
export interface Place {
  /** Puts a picture there. @returns false when the text is closed by now and nothing was put in */
  insert(image: Image): boolean;
}

/** Remembers the block in which the caret stands: what comes then stands there, whatever is written meanwhile. */
export function $holdPlace(editor: LexicalEditor): Place {
  let key: NodeKey | null = $blockOfCaret()?.getKey() ?? null;
  return {
    insert(image) {
      // Taken out of the page: what it holds now is kept no more.
      if (editor.getRootElement() === null || !editor.isEditable()) return false;
      editor.update(
        () => {
          key = $insertAt(key, image).getKey();
          $addUpdateTag(HISTORY_PUSH_TAG);
          // Who writes elsewhere meanwhile keeps the focus there.
          if (!editor.getRootElement()?.contains(document.activeElement)) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        },
        { discrete: true },
      );
      return true;
    },
  };
}

function $insertAt(key: NodeKey | null, image: Image): ImageNode {
  const held = key === null ? null : $getNodeByKey(key);
  const block = held?.isAttached() ? held : $getRoot().getLastChild();
  const hasCaret = block !== null && $blockOfCaret()?.is(block) === true;
  const node = new ImageNode(image);
  if (block === null) $getRoot().append(node);
  else if (block.getType() === 'paragraph' && block.getTextContent() === '') block.insertBefore(node);
  else block.insertAfter(node);
  // Writing goes on after it, also when it is the last block.
  if (node.getNextSibling() === null) node.insertAfter($createParagraphNode());
  if (hasCaret) node.selectNext();
  return node;
}

function $blockOfCaret(): LexicalNode | null {
  return $getSelection()?.getNodes()[0]?.getTopLevelElement() ?? null;
}
