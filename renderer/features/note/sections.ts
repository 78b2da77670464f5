import type { Addendum, NoteDocument } from '#model/document/format.ts';
import { openAddendum } from '#model/document/signed.ts';
import type { NoteEditor } from '#renderer/editor/note-editor.ts';
import type { RecordSuggestion } from './suggest.ts';

/** A part of a note with a text field of its own: the note itself, or something added after it was signed. */
export interface Section {
  /** -1 is the note itself, others the place of the addendum. */
  readonly index: number;
  readonly addendum: Pick<Addendum, 'by' | 'at' | 'signedAt'> | null;
  readonly editor: NoteEditor<RecordSuggestion>;
}

/** What a section is made from. */
export interface SectionPlan {
  readonly index: number;
  readonly addendum: Section['addendum'];
  readonly blocks: NoteDocument['blocks'];
  /** It is being written: one at most. */
  readonly isWritten: boolean;
}

/** The open addendum is written by who began it; what is signed is only shown. */
export function sectionsOf(
  document: NoteDocument,
  person: string,
  begun: Pick<Addendum, 'by' | 'at'> | null,
): SectionPlan[] {
  const plans: SectionPlan[] = [{ index: -1, addendum: null, blocks: document.blocks, isWritten: false }];
  for (const [index, { by, at, signedAt, content }] of (document.addenda ?? []).entries()) {
    const addendum = signedAt === undefined ? { by, at } : { by, at, signedAt };
    plans.push({ index, addendum, blocks: content, isWritten: signedAt === undefined && by === person });
  }
  if (begun && !openAddendum(document)) {
    plans.push({ index: plans.length - 1, addendum: begun, blocks: [], isWritten: true });
  }
  return plans;
}

/** The signed document with what is written now in its open addendum; an empty one is none. */
export function withAddendum(document: NoteDocument, written: Section | null): NoteDocument {
  const { version, blocks, addenda = [] } = document;
  const others = addenda.filter((_, index) => index !== written?.index);
  const content = written?.editor.read().blocks ?? [];
  const own: Addendum[] =
    written?.addendum && content.length > 0
      ? [{ type: 'addendum', by: written.addendum.by, at: written.addendum.at, content }]
      : [];
  const all = [...others, ...own];
  return all.length > 0 ? { version, blocks, addenda: all } : { version, blocks };
}

/** The document with other blocks in one section. */
export function withSection(document: NoteDocument, index: number, blocks: NoteDocument['blocks']): NoteDocument {
  if (index === -1) return { ...document, blocks };
  const addenda = (document.addenda ?? []).map((addendum, at) =>
    at === index ? { ...addendum, content: blocks } : addendum,
  );
  return { ...document, addenda };
}
