import { choice, document, flag, instant, integer, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn, firstLine } from './fact.ts';

/** Forms of note that have a template of their own (`resources/templates`). */
export const NOTE_FORMS = [
  'contact_log',
  'breach_report',
  'safety_conversation',
  'handover',
  'service_meeting',
  'investigation_step',
] as const;
export type NoteForm = (typeof NOTE_FORMS)[number];

/** A note: rich text that links to what it speaks of. `text` is its plain text, kept with the document for search. */
export const note = defineKind({
  kind: 'note',
  table: 'note',
  keepsVersions: true,
  scope: 'case',
  tone: 'note',
  icon: 'k-note',
  area: 'notes',
  linkable: true,
  fields: {
    ...factFields(),
    /** A note is as long as it needs to be. */
    text: long(8_000_000),
    heading: text(200),
    /** Editor state as JSON. Null: the note has only plain text so far. */
    document: document(),
    /** Version of the document's format; a newer one opens read-only. */
    documentVersion: integer(1, 1_000_000),
    /** What it was begun as; null is a note without a form. */
    noteForm: choice(NOTE_FORMS),
    /** It belongs to a criminal case: its statements are not graded (politiregisterloven § 6 does not apply there). */
    criminalCase: flag(),
    /** From then on its text is struck or added to, never changed. */
    signedAt: instant({ hidden: true }),
    signedBy: text(200, { hidden: true }),
  },
  title: (v) => firstLine(v.heading ?? '') || factTitle(v),
  titleEn: (v) => (v.heading?.trim() ? null : factTitleEn(v)),
  span: factSpan,
  lane: () => 'note',
});

/** How one record bears on another. */
export const LINK_TYPES = ['mentions', 'describes', 'evidence_for', 'contradicts', 'follows_up'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** A typed link between two records, shown from both ends. */
export const link = defineKind({
  kind: 'link',
  table: 'link',
  scope: 'case',
  tone: 'note',
  icon: 'link',
  area: 'notes',
  linkable: false,
  listed: false,
  // Its words stand in the note, which is found by them.
  searched: false,
  fields: {
    fromId: required(ref('*', { hidden: true })),
    toId: required(ref('*', { hidden: true })),
    type: required(choice(LINK_TYPES)),
    /** Words in the note that carry the link. */
    excerpt: long(400),
    /** The day or minute for which it is said to hold. */
    holds: when(),
    /** It points at no record but at the moment `holds` on the timeline of the case `toId`. */
    moment: flag(),
  },
  title: (v) => firstLine(v.excerpt ?? ''),
  span: ({ moment, holds }) => (moment ? whenSpan(holds) : null),
  lane: () => 'note',
});
