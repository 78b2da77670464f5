import {
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  registerEventListener,
} from 'lexical';
import { $selectAt, $selectedWhole, $selectWhole } from '../select-node.ts';
import { createStore, type Store } from '../store.ts';
import { $isImageNode, ImageNode } from './image-node.ts';

interface SelectedPicture {
  readonly alt: string;
  readonly isLinked: boolean;
}

/** Pictures in the text, as the page works with them. */
export interface Pictures {
  /** What is said of the picture that is selected and whether it links to something; null when none is. */
  readonly selected: Store<SelectedPicture | null>;
  /** What is said of the picture that is selected; null when none is. */
  described(): string | null;
  /** Says something else of it. */
  describe(alt: string): void;
}

/**
 * A click selects a picture; Enter on it, or a double click, asks what is seen on it. In a text that is only shown a click
 * marks it as words are marked, to be struck.
 */
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
  const selected = createStore<SelectedPicture | null>(null);
  let markedKey: NodeKey | null = null;
  /** The library marks words alone: a picture that is selected bears a mark of ours. */
  const mark = () => {
    const found = editor.getEditorState().read(() => {
      const node = $selected();
      const { alt, link } = node?.getValue() ?? {};
      return node && { key: node.getKey(), alt: alt ?? '', isLinked: link !== undefined };
    });
    if (markedKey !== null && markedKey !== found?.key) {
      editor.getElementByKey(markedKey)?.removeAttribute('data-marked');
    }
    markedKey = found?.key ?? null;
    if (found) editor.getElementByKey(found.key)?.setAttribute('data-marked', '');
    const before = selected.get();
    if (before?.alt === found?.alt && before?.isLinked === found?.isLinked) return;
    selected.set(found && { alt: found.alt, isLinked: found.isLinked });
  };
  const stop = mergeRegister(
    editor.registerUpdateListener(mark),
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
            registerEventListener(
              root,
              'click',
              (event) => void (select(event.target) || markShown(root, event.target)),
            ),
            registerEventListener(root, 'dblclick', (event) => {
              if (select(event.target)) onAsk();
            }),
          )
        : undefined,
    ),
  );
  const pictures: Pictures = {
    selected,
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

/** Marks the picture that was clicked on in a text with a caret that cannot be written in. */
function markShown(root: HTMLElement, target: EventTarget | null): void {
  const picture = target instanceof Element ? target.closest('.note-image-seen')?.parentElement : null;
  if (!picture || !root.isContentEditable || root.getAttribute('aria-readonly') !== 'true') return;
  document.getSelection()?.setBaseAndExtent(root, indexOf(picture), root, indexOf(picture) + 1);
}

function indexOf(element: Element): number {
  return [...(element.parentElement?.childNodes ?? [])].indexOf(element);
}

function $selected(): ImageNode | null {
  const node = $selectedWhole();
  return $isImageNode(node) ? node : null;
}
