import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $isInList, $isInTable, $selectedBlock, type BlockKind } from './commands/blocks.ts';
import { $isImageNode } from './nodes/image-node.ts';
import { $selectedWhole } from './select-node.ts';
import { createStore, type Store } from './store.ts';

/** What the toolbar shows: where the caret stands and what can be taken back. */
export interface ToolbarState {
  readonly block: BlockKind | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly inList: boolean;
  readonly inTable: boolean;
  /** The caret stands in a quote: someone's own words, which are not graded. */
  readonly inQuote: boolean;
  /** Some text, or a picture, is selected. */
  readonly hasSelection: boolean;
  /** Nothing is written yet. */
  readonly isEmpty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NOTHING: ToolbarState = {
  block: 'paragraph',
  bold: false,
  italic: false,
  strike: false,
  inList: false,
  inTable: false,
  inQuote: false,
  hasSelection: false,
  isEmpty: true,
  canUndo: false,
  canRedo: false,
};

function $isEmpty(): boolean {
  const root = $getRoot();
  const first = root.getFirstChild();
  return root.getChildrenSize() === 1 && $isParagraphNode(first) && first.isEmpty();
}

/** Follows the selection; tells only of a state that differs, so that typing does not redraw the toolbar. */
export function registerToolbarState(editor: LexicalEditor): { state: Store<ToolbarState>; stop: () => void } {
  const store = createStore(NOTHING);
  const put = (part: Partial<ToolbarState>) => {
    const before = store.get();
    const after = { ...before, ...part };
    const names = Object.keys(after) as (keyof ToolbarState)[];
    if (names.some((name) => before[name] !== after[name])) store.set(after);
  };
  const note = (part: Partial<ToolbarState>): false => {
    put(part);
    return false;
  };
  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState }) => {
      editorState.read(() => {
        const selection = $getSelection();
        const has = (mark: 'bold' | 'italic' | 'strikethrough') =>
          $isRangeSelection(selection) && selection.hasFormat(mark);
        // Before the caret has been in the text it stands nowhere: no sort of block is mixed with another.
        const block = selection === null ? 'paragraph' : $selectedBlock();
        put({
          block,
          bold: has('bold'),
          italic: has('italic'),
          strike: has('strikethrough'),
          inList: $isInList(),
          inTable: $isInTable(selection),
          inQuote: block === 'quote',
          hasSelection: $isImageNode($selectedWhole()) || ($isRangeSelection(selection) && !selection.isCollapsed()),
          isEmpty: $isEmpty(),
        });
      });
    }),
    editor.registerCommand(CAN_UNDO_COMMAND, (canUndo) => note({ canUndo }), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, (canRedo) => note({ canRedo }), COMMAND_PRIORITY_LOW),
  );
  return { state: store, stop };
}
