import { $isListItemNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $isInList, $setBlock, type BlockKind } from './blocks.ts';
import { $insertTable } from './tables.ts';

/** Everything the editor can do by a key or a button. */
export type ActionId =
  | 'bold'
  | 'italic'
  | 'strike'
  | BlockKind
  | 'table'
  | 'mention'
  | 'tick'
  | 'indent'
  | 'outdent'
  | 'undo'
  | 'redo';

export interface Action {
  readonly id: ActionId;
  /** Chord as it is shown: parts joined by `+`. */
  readonly keys: string;
  /** `KeyboardEvent.code` of the chord's last key: the same key on every layout. */
  readonly code: string;
  run(editor: LexicalEditor): void;
}

const format = (mark: 'bold' | 'italic' | 'strikethrough') => (editor: LexicalEditor) => {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark);
};
const block = (kind: BlockKind) => (editor: LexicalEditor) => editor.update(() => $setBlock(kind));

/**
 * All actions with their keys. Ctrl+Alt with a digit is not among them: on Norwegian keyboards that is AltGr, and AltGr+2
 * is the @ that begins a mention. Tab is not either: it leaves the editor.
 */
export const ACTIONS: readonly Action[] = [
  { id: 'bold', keys: 'Ctrl+B', code: 'KeyB', run: format('bold') },
  { id: 'italic', keys: 'Ctrl+I', code: 'KeyI', run: format('italic') },
  { id: 'strike', keys: 'Ctrl+Shift+X', code: 'KeyX', run: format('strikethrough') },
  { id: 'paragraph', keys: 'Ctrl+Shift+0', code: 'Digit0', run: block('paragraph') },
  { id: 'heading1', keys: 'Ctrl+Shift+1', code: 'Digit1', run: block('heading1') },
  { id: 'heading2', keys: 'Ctrl+Shift+2', code: 'Digit2', run: block('heading2') },
  { id: 'heading3', keys: 'Ctrl+Shift+3', code: 'Digit3', run: block('heading3') },
  { id: 'number', keys: 'Ctrl+Shift+7', code: 'Digit7', run: block('number') },
  { id: 'bullet', keys: 'Ctrl+Shift+8', code: 'Digit8', run: block('bullet') },
  { id: 'quote', keys: 'Ctrl+Shift+9', code: 'Digit9', run: block('quote') },
  { id: 'check', keys: 'Ctrl+Shift+6', code: 'Digit6', run: block('check') },
  { id: 'callout', keys: 'Ctrl+Shift+5', code: 'Digit5', run: block('callout') },
  { id: 'important', keys: '', code: '', run: block('important') },
  { id: 'decision', keys: '', code: '', run: block('decision') },
  { id: 'table', keys: 'Ctrl+Shift+4', code: 'Digit4', run: (editor) => editor.update($insertTable) },
  { id: 'tick', keys: 'Ctrl+Enter', code: 'Enter', run: (editor) => editor.update($tick) },
  { id: 'mention', keys: 'Ctrl+Shift+M', code: 'KeyM', run: (editor) => editor.update($beginMention) },
  {
    id: 'indent',
    keys: 'Alt+Shift+ArrowRight',
    code: 'ArrowRight',
    run: (editor) => inList(editor, INDENT_CONTENT_COMMAND),
  },
  {
    id: 'outdent',
    keys: 'Alt+Shift+ArrowLeft',
    code: 'ArrowLeft',
    run: (editor) => inList(editor, OUTDENT_CONTENT_COMMAND),
  },
  { id: 'undo', keys: 'Ctrl+Z', code: 'KeyZ', run: (editor) => void editor.dispatchCommand(UNDO_COMMAND) },
  { id: 'redo', keys: 'Ctrl+Shift+Z', code: 'KeyZ', run: (editor) => void editor.dispatchCommand(REDO_COMMAND) },
];

/** The action of this id. */
export function actionOf(id: ActionId): Action {
  const action = ACTIONS.find((each) => each.id === id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

function inList(editor: LexicalEditor, command: typeof INDENT_CONTENT_COMMAND): void {
  if (editor.read($isInList)) editor.dispatchCommand(command);
}

/** Ticks the items of a check list that are selected, or takes the ticks away when all have one. */
function $tick(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const items = new Map<string, ListItemNode>();
  for (const node of selection.getNodes()) {
    const item = $findMatchingParent(node, $isListItemNode);
    if (item && item.getChecked() !== undefined) items.set(item.getKey(), item);
  }
  const isOn = [...items.values()].every((item) => item.getChecked());
  for (const item of items.values()) item.setChecked(!isOn);
}

/** Types the @ that opens the list of records, after a space where one is needed. */
function $beginMention(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { anchor } = selection.isBackward() ? { anchor: selection.focus } : selection;
  const before = anchor.type === 'text' ? anchor.getNode().getTextContent().slice(0, anchor.offset) : '';
  selection.insertText(before === '' || /[\s(«"“]$/.test(before) ? '@' : ' @');
}
