import type { NoteView } from '#contract/note.ts';
import type { ShownRecord } from '#contract/record.ts';
import { type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { type ParsedDocument, parseDocument, type ReadOnlyReason } from '#model/document/parse.ts';
import { continued } from '#model/document/signed.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import type { MentionDirectory } from '#renderer/editor/mentions/directory.ts';
import { createNoteEditor, type NoteEditor, type NoteEditorOptions } from '#renderer/editor/note-editor.ts';
import { createStore, type Store } from '#renderer/editor/store.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { createKeeper, type Keeper, type NoteContent } from './keeper.ts';
import { type Section, sectionsOf, withAddendum, withSection } from './sections.ts';
import type { RecordSuggestion } from './suggest.ts';
import { factsOf, type TextFacts } from './text-facts.ts';

/** Why a note can only be read. */
export type Closed = ReadOnlyReason | 'struck' | 'others_draft' | 'role';

/** One open note: its editors, what keeps it, and what is known of its text. */
export interface Desk {
  readonly id: RecordId;
  /** The text that is written, else the note itself. */
  readonly editor: NoteEditor<RecordSuggestion>;
  /** The note and what was added to it, each with its own text. */
  readonly sections: readonly Section[];
  readonly directory: MentionDirectory;
  /** Null when nothing can be written now. */
  readonly keeper: Keeper | null;
  readonly closed: Closed | null;
  /** Who signed the note and when; null for one that is still written. */
  readonly signed: { readonly by: string; readonly at: number } | null;
  /** Something was added after signing and is not signed itself. */
  readonly hasOpenAddendum: boolean;
  /** It is the draft that is not understood: without it the note could be written again. */
  readonly isDraftStrange: boolean;
  /** A draft that another person typed: it is on screen, and nobody writes before somebody took it over. */
  readonly othersDraft: { readonly by: string; readonly at: number } | null;
  readonly heading: Store<string>;
  setHeading(heading: string): void;
  readonly facts: Store<TextFacts>;
  readonly version: number;
  /** When the draft on screen was kept; null when the newest version is on screen. */
  readonly restoredAt: number | null;
  /** Makes a version of what is written, then signs it. Throws what hindered it. */
  sign(): Promise<void>;
  /** Strikes the words that are selected in a section. Throws what hindered it. */
  strike(section: Section, reason: string): Promise<void>;
  /** True if heading, document and signature of this record are the ones that were opened or last made a version. */
  isCurrent(note: ShownRecord): boolean;
  stop(): void;
}

export interface DeskOptions
  extends Pick<
    NoteEditorOptions<RecordSuggestion>,
    | 'directory'
    | 'words'
    | 'picture'
    | 'suggest'
    | 'onOpen'
    | 'onOpenTime'
    | 'onGrade'
    | 'isGrading'
    | 'onPicture'
    | 'checkSpelling'
    | 'onFiles'
    | 'onLeftOut'
  > {
  readonly client: Client;
  readonly view: NoteView;
  readonly person: string;
  readonly canWrite: boolean;
  /** Begins an addendum to a signed note that has no open one. */
  readonly addendum: boolean;
}

/** Silence after which the facts of the text are read anew, ms: the whole text is walked for them. */
const FACTS_MS = 300;

/** Opens a note for reading and, where it is understood and allowed, writing. */
export function createDesk(options: DeskOptions): Desk {
  const { client, view, directory, person } = options;
  const { note, draft } = view;
  const version = contentOf(note);
  const stored = parseDocument(version.document, version.text);
  const kept = draft
    ? keptDraft(parseDocument(draft.document, draft.text), stored, version.signed !== null, draft.person)
    : null;
  const base = { heading: version.heading, document: stored.readOnly ? '' : serializeDocument(stored.document) };
  const isDraftNew =
    draft !== null &&
    kept !== null &&
    !kept.readOnly &&
    !isSame(base, { heading: draft.heading, document: serializeDocument(kept.document) });
  const othersDraft = draft && (isDraftNew || kept?.readOnly) && draft.person !== person;
  const closed = closedBy(note, options.canWrite, othersDraft === true, [stored, ...(kept ? [kept] : [])]);
  // A struck note shows what was struck, not what somebody typed since.
  const onScreen = kept && (isDraftNew || kept.readOnly) && closed !== 'struck' ? kept : stored;
  const shown = onScreen.document;

  const heading = createStore(onScreen === kept && draft ? draft.heading : version.heading);
  const facts = createStore(factsOf(shown));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plans =
    version.signed && 'version' in shown
      ? sectionsOf(shown, person, options.addendum ? { by: person, at: clockNow() } : null)
      : [{ index: -1, addendum: null, blocks: shown.blocks, isWritten: true }];
  const sections = plans.map(({ blocks, isWritten, ...section }): Section & { isWritten: boolean } => ({
    ...section,
    isWritten: isWritten && closed === null,
    editor: createNoteEditor<RecordSuggestion>({
      ...options,
      document: { blocks } as Pick<NoteDocument, 'blocks'>,
      editable: isWritten && closed === null,
      onChange: () => changed(),
    }),
  }));
  const written = sections.find((section) => section.isWritten) ?? null;

  const wholeDocument = (): NoteDocument => {
    if (!('version' in shown)) throw new Error('a document that can only be shown is never written');
    if (version.signed) return withAddendum(shown, written);
    return written ? written.editor.read() : shown;
  };
  const read = (): NoteContent => ({ heading: heading.get(), ...stateOf(wholeDocument()) });
  const current = { ...base, stored: version.document };
  const keeper = written
    ? createKeeper({
        client,
        id: note.id,
        base,
        version: note.version,
        keptAt: isDraftNew && draft ? draft.at : note.changedAt,
        hasDraft: draft !== null,
        read,
        onVersion(content) {
          current.heading = content.heading;
          current.stored = content.document;
        },
      })
    : null;

  function changed(): void {
    keeper?.changed();
    clearTimeout(timer);
    timer = setTimeout(() => facts.set(factsOf(wholeDocument())), FACTS_MS);
  }

  return {
    id: note.id,
    editor: (written ?? sections[0] ?? noSection()).editor,
    sections,
    directory,
    keeper,
    closed,
    signed: version.signed,
    hasOpenAddendum: written?.addendum != null,
    isDraftStrange: !stored.readOnly && kept?.readOnly === true,
    othersDraft: othersDraft ? { by: draft.person, at: draft.at } : null,
    heading,
    facts,
    version: note.version,
    restoredAt: isDraftNew && closed === null && draft ? draft.at : null,
    setHeading(next) {
      heading.set(next);
      keeper?.changed();
    },
    async sign() {
      await keeper?.makeVersion();
      await client.invoke('note.sign', { id: note.id, version: keeper?.get().version ?? note.version });
    },
    async strike({ index, editor }, reason) {
      const blocks = editor.struck({ by: person, at: clockNow(), reason });
      if (blocks === null) return;
      await keeper?.makeVersion();
      const { document } = stateOf(withSection(wholeDocument(), index, blocks));
      await client.invoke('note.strike_text', { id: note.id, heading: heading.get(), document });
    },
    isCurrent: (now) => {
      const { heading: nowHeading, document, signed } = contentOf(now);
      return (
        nowHeading.trim() === current.heading.trim() && document === current.stored && signed?.at === version.signed?.at
      );
    },
    stop() {
      clearTimeout(timer);
      for (const { editor } of sections) editor.stop();
    },
  };
}

function noSection(): never {
  throw new Error('a note has at least one section');
}

function stateOf(document: NoteDocument): Omit<NoteContent, 'heading'> {
  return { document: serializeDocument(document), text: documentText(document) };
}

/** The draft as it can be shown: over a signed note only one that leaves what was signed as it is. */
function keptDraft(draft: ParsedDocument, stored: ParsedDocument, isSigned: boolean, person: string): ParsedDocument {
  if (!isSigned || draft.readOnly || stored.readOnly) return draft;
  const fits = continued(stored.document, draft.document, { by: person, at: clockNow() }) !== null;
  return fits ? draft : { readOnly: true, reason: 'unknown', document: draft.document };
}

interface StoredContent {
  readonly heading: string;
  readonly document: string | null;
  readonly text: string;
  readonly signed: { readonly by: string; readonly at: number } | null;
}

function contentOf(note: ShownRecord): StoredContent {
  const { heading, document, text, signedAt, signedBy } = note.values;
  return {
    heading: typeof heading === 'string' ? heading : '',
    document: typeof document === 'string' ? document : null,
    text: typeof text === 'string' ? text : '',
    signed: typeof signedAt === 'number' ? { by: String(signedBy ?? ''), at: signedAt } : null,
  };
}

function closedBy(
  note: ShownRecord,
  canWrite: boolean,
  isOthersDraft: boolean,
  parsed: readonly { readonly readOnly: boolean; readonly reason?: ReadOnlyReason }[],
): Closed | null {
  const strange = parsed.find((each) => each.readOnly);
  if (strange?.reason) return strange.reason;
  if (note.struckAt !== null) return 'struck';
  if (isOthersDraft) return 'others_draft';
  return canWrite ? null : 'role';
}

function isSame(a: { heading: string; document: string }, b: { heading: string; document: string }): boolean {
  return a.heading.trim() === b.heading.trim() && a.document === b.document;
}
