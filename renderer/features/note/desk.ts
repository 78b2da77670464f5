import type { NoteView } from '#contract/note.ts';
import type { RecordBrief, ShownRecord } from '#contract/record.ts';
import { type Mention, type NoteDocument, type ShownDocument, serializeDocument } from '#model/document/format.ts';
import { type DocumentLink, documentLinks, documentMentions } from '#model/document/mentions.ts';
import { parseDocument, type ReadOnlyReason } from '#model/document/parse.ts';
import { countWords, documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Client } from '#renderer/client/client.ts';
import type { MentionDirectory } from '#renderer/editor/mentions/directory.ts';
import type { MentionWords } from '#renderer/editor/mentions/draw.ts';
import type { Suggestion } from '#renderer/editor/mentions/mention-search.ts';
import { createNoteEditor, type NoteEditor } from '#renderer/editor/note-editor.ts';
import { createStore, type Store } from '#renderer/editor/store.ts';
import { createKeeper, type Keeper, type NoteContent } from './keeper.ts';

/** A suggestion with what its line shows. */
export interface RecordSuggestion extends Suggestion {
  readonly brief: RecordBrief;
}

/** A link as the text makes it now. */
export interface OutgoingLink extends DocumentLink {
  readonly kind: Kind;
  /** Title when it was mentioned. */
  readonly label: string;
}

/** What is told about the text beside it. */
export interface TextFacts {
  readonly words: number;
  readonly links: readonly OutgoingLink[];
}

/** Why a note can only be read. */
export type Closed = ReadOnlyReason | 'struck' | 'role';

/** One open note: its editor, what keeps it, and what is known of its text. */
export interface Desk {
  readonly id: RecordId;
  readonly editor: NoteEditor<RecordSuggestion>;
  readonly directory: MentionDirectory;
  /** Null when the note can only be read. */
  readonly keeper: Keeper | null;
  readonly closed: Closed | null;
  /** It is the draft that is not understood: without it the note could be written again. */
  readonly isDraftStrange: boolean;
  readonly heading: Store<string>;
  setHeading(heading: string): void;
  readonly facts: Store<TextFacts>;
  readonly version: number;
  /** When the draft on screen was kept; null when the newest version is on screen. */
  readonly restoredAt: number | null;
  /** True if heading and document of this record are the ones that were opened or last made a version. */
  isCurrent(note: ShownRecord): boolean;
  stop(): void;
}

export interface DeskOptions {
  readonly client: Client;
  readonly caseId: RecordId;
  readonly view: NoteView;
  readonly canWrite: boolean;
  readonly directory: MentionDirectory;
  readonly words: MentionWords;
  /** A record's title in the interface's language. */
  readonly titleOf: (brief: RecordBrief) => string;
  readonly onOpen: (mention: Mention) => void;
}

/** Silence after which the facts of the text are read anew, ms: the whole text is walked for them. */
const FACTS_MS = 300;
/** Records offered for a mention at a time. */
const SUGGESTIONS = 8;

/** Opens a note for reading and, where it is understood and allowed, writing. */
export function createDesk(options: DeskOptions): Desk {
  const { client, view, directory } = options;
  const { note, draft } = view;
  const version = contentOf(note);
  const stored = parseDocument(version.document, version.text);
  const kept = draft ? parseDocument(draft.document, draft.text) : null;
  const closed = closedBy(note, options.canWrite, [stored, ...(kept ? [kept] : [])]);
  const base = { heading: version.heading, document: stored.readOnly ? '' : serializeDocument(stored.document) };
  const isDraftNew =
    draft !== null &&
    kept !== null &&
    !kept.readOnly &&
    !isSame(base, { heading: draft.heading, document: serializeDocument(kept.document) });
  // A struck note shows what was struck, not what somebody typed since.
  const onScreen = kept && (isDraftNew || kept.readOnly) && closed !== 'struck' ? kept : stored;

  const heading = createStore(onScreen === kept && draft ? draft.heading : version.heading);
  const facts = createStore(factsOf(onScreen.document));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const editor = createNoteEditor<RecordSuggestion>({
    document: onScreen.document,
    editable: closed === null,
    directory,
    words: options.words,
    suggest: async (text) => {
      const briefs = await client.invoke('record.suggest', { caseId: options.caseId, text, limit: SUGGESTIONS });
      return briefs
        .filter((brief) => brief.id !== note.id)
        .map((brief) => ({ to: brief.id, kind: brief.kind, label: options.titleOf(brief), brief }));
    },
    onOpen: options.onOpen,
    onChange: () => changed(),
  });

  const read = (): NoteContent => {
    const document = editor.read();
    return {
      heading: heading.get(),
      document: serializeDocument(document),
      text: documentText(document),
      links: documentLinks(document),
    };
  };
  const current = { ...base, stored: version.document };
  const keeper =
    closed === null
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
    timer = setTimeout(() => facts.set(factsOf(editor.read())), FACTS_MS);
  }

  return {
    id: note.id,
    editor,
    directory,
    keeper,
    closed,
    isDraftStrange: !stored.readOnly && kept?.readOnly === true,
    heading,
    facts,
    version: note.version,
    restoredAt: isDraftNew && closed === null && draft ? draft.at : null,
    setHeading(next) {
      heading.set(next);
      keeper?.changed();
    },
    isCurrent: (now) => {
      const { heading: nowHeading, document } = contentOf(now);
      return nowHeading.trim() === current.heading.trim() && document === current.stored;
    },
    stop() {
      clearTimeout(timer);
      editor.stop();
    },
  };
}

interface StoredContent {
  readonly heading: string;
  readonly document: string | null;
  readonly text: string;
}

function contentOf(note: ShownRecord): StoredContent {
  const { heading, document, text } = note.values;
  return {
    heading: typeof heading === 'string' ? heading : '',
    document: typeof document === 'string' ? document : null,
    text: typeof text === 'string' ? text : '',
  };
}

function closedBy(
  note: ShownRecord,
  canWrite: boolean,
  parsed: readonly { readonly readOnly: boolean; readonly reason?: ReadOnlyReason }[],
): Closed | null {
  const strange = parsed.find((each) => each.readOnly);
  if (strange?.reason) return strange.reason;
  if (note.struckAt !== null) return 'struck';
  return canWrite ? null : 'role';
}

function isSame(a: { heading: string; document: string }, b: { heading: string; document: string }): boolean {
  return a.heading.trim() === b.heading.trim() && a.document === b.document;
}

function factsOf(document: NoteDocument | ShownDocument): TextFacts {
  const mentions = new Map(documentMentions(document).map((mention) => [mention.to, mention]));
  const links = 'version' in document ? documentLinks(document) : linksOfShown(document);
  return {
    words: countWords(documentText(document)),
    links: links.flatMap((link) => {
      const mention = mentions.get(link.toId);
      return mention ? { ...link, kind: mention.kind, label: mention.label } : [];
    }),
  };
}

/** Links of a document that can only be shown: known mentions, without the words around them. */
function linksOfShown(document: ShownDocument): DocumentLink[] {
  const links = documentMentions(document).map(({ to, link, label }): [string, DocumentLink] => [
    `${to} ${link}`,
    { toId: to, type: link, excerpt: label },
  ]);
  return [...new Map(links).values()];
}
