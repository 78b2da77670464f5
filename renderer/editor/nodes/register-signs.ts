import {
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  registerEventListener,
} from 'lexical';
import type { Time } from '#model/document/format.ts';
import type { Grade } from '#model/document/grading.ts';
import { isMenuKey } from '../menu-key.ts';
import { $selectAt, $selectedWhole, $selectWhole } from '../select-node.ts';
import { createStore, type Store } from '../store.ts';
import { $isGradeNode } from './grade-node.ts';
import { $isTimeNode, TimeNode } from './time-node.ts';

/** A date, a time or a grade that the caret stands on as a whole. */
export type SelectedSign =
  | { readonly name: 'time'; readonly value: Time }
  | { readonly name: 'grade'; readonly value: Grade };

/** Dates, times and grades in the text, as the page works with them. */
export interface Signs {
  /** The one that is selected; null when none is. */
  readonly selected: Store<SelectedSign | null>;
  /** The date or time that is to be changed; null when none is. */
  readonly asked: Store<Time | null>;
  /** Puts another date or time in its place; null leaves it. The text has the focus again. */
  answer(time: Time | null): void;
}

/** What is selected as a whole bears a mark and is told. Alt+Down or the context menu on a date asks for another. */
export function registerSigns(editor: LexicalEditor): { signs: Signs; stop: () => void } {
  const selected = createStore<SelectedSign | null>(null);
  const asked = createStore<Time | null>(null);
  let markedKey: NodeKey | null = null;
  const follow = () => {
    const node = editor.getEditorState().read($selectedWhole);
    const found = $isTimeNode(node) || $isGradeNode(node) ? node : null;
    const key = found?.getKey() ?? null;
    if (markedKey !== null && markedKey !== key) editor.getElementByKey(markedKey)?.removeAttribute('data-marked');
    markedKey = key;
    if (key !== null) editor.getElementByKey(key)?.setAttribute('data-marked', '');
    const value = editor.getEditorState().read(() => found?.getValue() ?? null);
    if (selected.get()?.value === value) return;
    selected.set(
      $isTimeNode(found) ? { name: 'time', value: value as Time } : value && { name: 'grade', value: value as Grade },
    );
  };
  const ask = (): boolean => {
    const now = selected.get();
    if (now?.name !== 'time' || !editor.isEditable()) return false;
    asked.set(now.value);
    return true;
  };
  const stop = mergeRegister(
    editor.registerUpdateListener(follow),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!isMenuKey(event) || !ask()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerRootListener((root) =>
      root
        ? registerEventListener(root, 'contextmenu', (event) => {
            let isTime = false;
            if (editor.isEditable()) {
              editor.update(
                () => {
                  isTime = $selectAt(event.target, $isTimeNode);
                },
                { discrete: true },
              );
            }
            if (isTime && ask()) event.preventDefault();
          })
        : undefined,
    ),
  );
  const signs: Signs = {
    selected,
    asked,
    answer(time) {
      asked.set(null);
      if (time) {
        editor.update(
          () => {
            const node = $selectedWhole();
            if ($isTimeNode(node)) $selectWhole(node.replace(new TimeNode(time)));
          },
          { discrete: true },
        );
      }
      editor.getRootElement()?.focus({ preventScroll: true });
    },
  };
  return { signs, stop };
}
