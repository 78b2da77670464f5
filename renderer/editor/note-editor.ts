import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerCheckList, registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table';
import {
  $createParagraphNode,
  $createRangeSelection,
  $insertNodes,
  $setSelection,
  createEditor,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  type RangeSelection,
} from 'lexical';
import type { Block, Image, NoteDocument, ShownDocument, Strike } from '#model/document/format.ts';
import { type ActionId, actionOf } from './commands/actions.ts';
import { keepUndoInside, registerKeys } from './commands/keys.ts';
import { registerLeaveEmpty } from './commands/leave-empty.ts';
import { registerShortcuts } from './commands/shortcuts.ts';
import { changeTable, type TableStep } from './commands/tables.ts';
import { type Grades, registerGrades } from './grades/register-grades.ts';
import type { MentionDirectory } from './mentions/directory.ts';
import { type NodeWords, nodePainters, type PictureLoader } from './mentions/draw.ts';
import { type MentionSearch, registerMentionSearch, type Suggestion } from './mentions/mention-search.ts';
import { type MentionHandlers, type Mentions, registerMentions } from './mentions/register-mentions.ts';
import type { MentionScope } from './mentions/scopes.ts';
import { registerCheckItems } from './nodes/check-items.ts';
import { ImageNode } from './nodes/image-node.ts';
import { setPainters } from './nodes/painters.ts';
import { type Pictures, registerPictures } from './nodes/register-pictures.ts';
import { registerSigns, type Signs } from './nodes/register-signs.ts';
import { NOTE_NODES } from './nodes.ts';
import { registerClipboard, type TransferHandlers } from './paste/clipboard.ts';
import { registerSpelling, type Spelling, type SpellingCheck } from './spelling/register-spelling.ts';
import { registerGuard } from './state/guard.ts';
import { $readDocument } from './state/read-document.ts';
import { shownSelection, struckBlocks } from './state/strike.ts';
import { $writeDocument } from './state/write-document.ts';
import type { Store } from './store.ts';
import { registerToolbarState, type ToolbarState } from './toolbar-state.ts';

export interface NoteEditorOptions<S extends Suggestion> extends MentionHandlers, TransferHandlers {
  readonly document: Pick<NoteDocument | ShownDocument, 'blocks'>;
  /** False shows the document only; nothing can change it. */
  readonly editable: boolean;
  readonly directory: MentionDirectory;
  readonly words: NodeWords;
  readonly picture: PictureLoader;
  /** Records whose title fits what was typed after an @. */
  readonly suggest: (text: string, scope: MentionScope) => Promise<readonly S[]>;
  /** A statement is to be graded. */
  readonly onGrade: () => void;
  /** True while its statements are graded: nothing that is pasted brings a grade otherwise. */
  readonly isGrading: () => boolean;
  /** What is seen on the selected picture is to be said. */
  readonly onPicture: () => void;
  /** Looks at the spelling of what is written; null looks at none. */
  readonly checkSpelling: SpellingCheck | null;
  /** The text changed; not called for the document it began with. */
  readonly onChange: () => void;
}

export interface NoteEditor<S extends Suggestion> {
  /** What it holds now. Throws when the document was one that can only be shown. */
  read(): NoteDocument;
  run(action: ActionId): void;
  focus(): void;
  /** The element of the page it is in; null while it is in none. */
  element(): HTMLElement | null;
  /** Puts the selection on a part of its text. Parts of other texts are left alone. */
  select(range: Range): void;
  /** Puts it into an element of the page. @returns a function that takes it out again */
  attach(element: HTMLElement): () => void;
  readonly isEditable: boolean;
  /** Remembers what is selected in a text that is only shown. @returns false when nothing is */
  holdSelection(): boolean;
  /** The blocks with the words and pictures struck that were held; null when there were none. */
  struck(strike: Strike): Block[] | null;
  readonly toolbar: Store<ToolbarState>;
  readonly mentions: Mentions;
  readonly grades: Grades;
  readonly pictures: Pictures;
  readonly signs: Signs;
  /** Null where no spelling is looked at. */
  readonly spelling: Spelling | null;
  /** Puts a picture after the block in which the caret stands. */
  insertImage(image: Image): void;
  /** Changes the table in which the caret stands. */
  changeTable(step: TableStep): void;
  readonly search: MentionSearch<S>;
  /** Ends it: no listener stays behind. */
  stop(): void;
}

/** Steps of undo that are kept; each holds the text as it was then. */
const UNDO_STEPS = 200;
/** A note of more blocks is long: what is out of view is not painted. */
const LONG_BLOCKS = 150;
/** Typing without a pause longer than this is one step, ms. */
const UNDO_PAUSE_MS = 400;

/** A note's editor without a page: it is attached to an element when there is one. */
export function createNoteEditor<S extends Suggestion>(options: NoteEditorOptions<S>): NoteEditor<S> {
  const { directory } = options;
  const editor = createNoteCore(options.editable);
  setPainters(editor, nodePainters(directory, options.words, !options.editable, options.picture));
  const toolbar = registerToolbarState(editor);
  const search = registerMentionSearch(editor, options.suggest);
  const mentions = registerMentions(editor, directory, options);
  const grades = registerGrades(editor, options.onGrade, options.isGrading);
  const pictures = registerPictures(editor, options.onPicture);
  const signs = registerSigns(editor);
  const spelling = options.editable && options.checkSpelling ? registerSpelling(editor, options.checkSpelling) : null;
  const rules = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerCheckList(editor),
    registerCheckItems(editor, options.words.check),
    registerTablePlugin(editor),
    // Tab leaves the text, from a table too.
    registerTableSelectionObserver(editor, false),
    registerGuard(editor),
    registerKeys(editor),
    registerShortcuts(editor),
    registerLeaveEmpty(editor),
    registerClipboard(editor, (mention) => `@${directory.look(mention.to)?.title || mention.label}`, options),
  );
  // After the rules, which look at every node when they are registered: what they do then is no change by a person.
  editor.update(() => $writeDocument(options.document), { discrete: true, tag: HISTORY_MERGE_TAG });
  const stop = mergeRegister(
    rules,
    registerHistory(editor, createEmptyHistoryState(), UNDO_PAUSE_MS, Date.now, undefined, UNDO_STEPS),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) options.onChange();
    }),
    toolbar.stop,
    search.stop,
    mentions.stop,
    grades.stop,
    pictures.stop,
    signs.stop,
    () => spelling?.stop(),
  );
  let held: RangeSelection | null = null;
  const focus = () => {
    // Lexical puts the caret back, but leaves the focus on a button that has it and while a mention is selected.
    editor.focus();
    editor.getRootElement()?.focus({ preventScroll: true });
  };
  return {
    read: () => editor.getEditorState().read($readDocument),
    run: (action) => {
      if (editor.isEditable()) actionOf(action).run(editor);
      focus();
    },
    focus,
    element: () => editor.getRootElement(),
    select(range) {
      if (!editor.getRootElement()?.contains(range.startContainer)) return;
      editor.update(() => {
        const selection = $createRangeSelection();
        selection.applyDOMRange(range);
        $setSelection(selection);
      });
    },
    attach(element) {
      element.toggleAttribute('data-long', options.document.blocks.length > LONG_BLOCKS);
      editor.setRootElement(element);
      const release = keepUndoInside(element);
      return () => {
        release();
        editor.setRootElement(null);
      };
    },
    isEditable: options.editable,
    holdSelection() {
      held = shownSelection(editor);
      return held !== null;
    },
    struck: (strike) => held && struckBlocks(editor, held, strike),
    toolbar: toolbar.state,
    mentions: mentions.mentions,
    grades: grades.grades,
    pictures: pictures.pictures,
    signs: signs.signs,
    spelling: spelling?.spelling ?? null,
    insertImage(image) {
      editor.update(
        () => {
          const node = new ImageNode(image);
          $insertNodes([node]);
          // Writing goes on after it, also when it is the last block.
          if (node.getNextSibling() === null) node.insertAfter($createParagraphNode());
          node.selectNext();
        },
        { discrete: true },
      );
      focus();
    },
    changeTable(step) {
      changeTable(editor, step);
      focus();
    },
    search: search.search,
    stop() {
      stop();
      editor.setRootElement(null);
    },
  };
}

/** The bare editor with our nodes. An error inside an update is thrown: the update is dropped, the text stays as it was. */
function createNoteCore(editable: boolean): LexicalEditor {
  return createEditor({
    namespace: 'vernebok',
    nodes: NOTE_NODES,
    editable,
    theme: {
      text: { strikethrough: 'note-strike' },
      list: {
        nested: { listitem: 'note-nested' },
        checklist: 'note-check',
        listitemChecked: 'note-ticked',
        listitemUnchecked: 'note-unticked',
      },
      table: 'note-table',
      tableCellSelected: 'note-cell-selected',
    },
    onError(error) {
      throw error;
    },
  });
}
