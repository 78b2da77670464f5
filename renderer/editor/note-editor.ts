import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { createEditor, HISTORY_MERGE_TAG, type LexicalEditor, mergeRegister } from 'lexical';
import type { Mention, NoteDocument, ShownDocument } from '#model/document/format.ts';
import { type ActionId, actionOf } from './commands/actions.ts';
import { keepUndoInside, registerKeys } from './commands/keys.ts';
import { registerShortcuts } from './commands/shortcuts.ts';
import type { MentionDirectory } from './mentions/directory.ts';
import { type MentionWords, mentionPainter } from './mentions/draw.ts';
import { type MentionSearch, registerMentionSearch, type Suggestion } from './mentions/mention-search.ts';
import { setMentionPainter } from './mentions/paint.ts';
import { type Mentions, registerMentions } from './mentions/register-mentions.ts';
import { NOTE_NODES } from './nodes.ts';
import { registerClipboard } from './paste/clipboard.ts';
import { registerGuard } from './state/guard.ts';
import { $readDocument } from './state/read-document.ts';
import { $writeDocument } from './state/write-document.ts';
import type { Store } from './store.ts';
import { registerToolbarState, type ToolbarState } from './toolbar-state.ts';

export interface NoteEditorOptions<S extends Suggestion> {
  readonly document: NoteDocument | ShownDocument;
  /** False shows the document only; nothing can change it. */
  readonly editable: boolean;
  readonly directory: MentionDirectory;
  readonly words: MentionWords;
  /** Records whose title fits what was typed after an @. */
  readonly suggest: (text: string) => Promise<readonly S[]>;
  readonly onOpen: (mention: Mention) => void;
  /** The text changed; not called for the document it began with. */
  readonly onChange: () => void;
}

export interface NoteEditor<S extends Suggestion> {
  /** What it holds now. Throws when the document was one that can only be shown. */
  read(): NoteDocument;
  run(action: ActionId): void;
  focus(): void;
  /** Puts it into an element of the page. @returns a function that takes it out again */
  attach(element: HTMLElement): () => void;
  readonly isEditable: boolean;
  readonly toolbar: Store<ToolbarState>;
  readonly mentions: Mentions;
  readonly search: MentionSearch<S>;
  /** Ends it: no listener stays behind. */
  stop(): void;
}

/** Steps of undo that are kept; each holds the text as it was then. */
const UNDO_STEPS = 200;
/** Typing without a pause longer than this is one step, ms. */
const UNDO_PAUSE_MS = 400;

/** A note's editor without a page: it is attached to an element when there is one. */
export function createNoteEditor<S extends Suggestion>(options: NoteEditorOptions<S>): NoteEditor<S> {
  const { directory } = options;
  const editor = createNoteCore(options.editable);
  setMentionPainter(editor, mentionPainter(directory, options.words, !options.editable));
  const toolbar = registerToolbarState(editor);
  const search = registerMentionSearch(editor, options.suggest);
  const mentions = registerMentions(editor, directory, options.onOpen);
  const rules = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerGuard(editor),
    registerKeys(editor),
    registerShortcuts(editor),
    registerClipboard(editor, (mention) => `@${directory.look(mention.to)?.title || mention.label}`),
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
  );
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
    attach(element) {
      editor.setRootElement(element);
      const release = keepUndoInside(element);
      return () => {
        release();
        editor.setRootElement(null);
      };
    },
    isEditable: options.editable,
    toolbar: toolbar.state,
    mentions: mentions.mentions,
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
    theme: { text: { strikethrough: 'note-strike' }, list: { nested: { listitem: 'note-nested' } } },
    onError(error) {
      throw error;
    },
  });
}
