import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { ACTIONS, type Action } from './actions.ts';

/** Text formats the document can hold. */
const FORMATS = new Set(['bold', 'italic', 'strikethrough']);

/** Makes the editor's chords work, and refuses the formats that the document cannot hold. */
export function registerKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing) return false;
        const action = ACTIONS.find((each) => isChord(event, each));
        // Undo and redo are the history's own.
        if (!action || action.id === 'undo' || action.id === 'redo') return false;
        event.preventDefault();
        event.stopPropagation();
        action.run(editor);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !FORMATS.has(format), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
    // The rich text keys would take the focus out of the page altogether.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => $isRangeSelection($getSelection()), COMMAND_PRIORITY_NORMAL),
  );
}

function isChord(event: KeyboardEvent, { keys, code }: Action): boolean {
  const control = event.ctrlKey || event.metaKey;
  // AltGr reports Control and Alt together on some systems: never a chord of ours.
  if (event.getModifierState('AltGraph')) return false;
  return (
    code !== '' &&
    event.code === code &&
    control === keys.includes('Ctrl') &&
    event.altKey === keys.includes('Alt') &&
    event.shiftKey === keys.includes('Shift')
  );
}

/**
 * Keeps the text's own undo in the text: while the focus is inside `element`, Ctrl+Z and Ctrl+Y do not reach the
 * application's undo of records, also when there is nothing left to undo.
 */
export function keepUndoInside(element: HTMLElement): () => void {
  const stop = (event: KeyboardEvent) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (control && ['z', 'y'].includes(event.key.toLowerCase())) event.stopPropagation();
  };
  element.addEventListener('keydown', stop);
  return () => element.removeEventListener('keydown', stop);
}
