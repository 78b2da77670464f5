import {
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  registerEventListener,
} from 'lexical';
import { $selectAt, $selectedWhole, $selectWhole } from '../select-node.ts';
import { $isImageNode, ImageNode } from './image-node.ts';

/** Pictures in the text, as the page works with them. */
export interface Pictures {
  /** What is said of the picture that is selected; null when none is. */
  described(): string | null;
  /** Says something else of it. */
  describe(alt: string): void;
}

/** A click selects a picture; Enter on it, or a double click, asks what is seen on it. */
export function registerPictures(editor: LexicalEditor, onAsk: () => void): { pictures: Pictures; stop: () => void } {
  const select = (target: EventTarget | null): boolean => {
    if (!editor.isEditable()) return false;
    let isPicture = false;
    editor.update(
      () => {
        isPicture = $selectAt(target, $isImageNode);
      },
      { discrete: true },
    );
    return isPicture;
  };
  const stop = mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!editor.isEditable() || !$selected()) return false;
        event?.preventDefault();
        onAsk();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerRootListener((root) =>
      root
        ? mergeRegister(
            registerEventListener(root, 'click', (event) => void select(event.target)),
            registerEventListener(root, 'dblclick', (event) => {
              if (select(event.target)) onAsk();
            }),
          )
        : undefined,
    ),
  );
  const pictures: Pictures = {
    described: () => editor.getEditorState().read(() => $selected()?.getValue().alt ?? null),
    describe(alt) {
      editor.update(
        () => {
          const node = $selected();
          if (!node) return;
          $selectWhole(node.replace(new ImageNode({ ...node.getValue(), alt })));
        },
        { discrete: true },
      );
      editor.getRootElement()?.focus({ preventScroll: true });
    },
  };
  return { pictures, stop };
}

function $selected(): ImageNode | null {
  const node = $selectedWhole();
  return $isImageNode(node) ? node : null;
}
