import { choice, instant, integer, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { firstLine } from './fact.ts';

/** Largest file that is taken in, bytes: 4 GiB. */
export const MAX_FILE_BYTES = 4 * 1024 ** 3;

/** Pictures that the window draws itself. SVG is not among them: it is a program more than a picture. */
export const SHOWN_IMAGES: ReadonlySet<string> = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
]);

/**
 * A file that was taken in as evidence or to work with. The file itself lies encrypted beside the database under the
 * record's id. What was noted at intake (length, hash, type, name and time as they came) never changes afterwards.
 */
export const attachment = defineKind({
  kind: 'attachment',
  caseFile: true,
  table: 'attachment',
  scope: 'case',
  tone: 'note',
  icon: 'clip',
  area: 'evidence',
  linkable: true,
  byIntake: true,
  fields: {
    name: required(text(200)),
    description: long(4_000, { keptFromCharged: true }),
    /** When the picture was taken, the call recorded, the chat exported. */
    taken: when(),
    /** From whom or what it comes. */
    source: text(400, { keptFromCharged: true }),
    /** As it was called where it came from; signs that show nothing are written out. */
    originalName: required(text(400, { fixed: true, hidden: true })),
    /** By its content (IANA media types), never by its name. */
    mediaType: required(text(127, { fixed: true, hidden: true })),
    sizeBytes: required(integer(0, MAX_FILE_BYTES, { fixed: true, hidden: true })),
    /** SHA-256 of the file at intake, 64 hex digits. */
    sha256: required(text(64, { fixed: true, hidden: true })),
    /** When it was last changed where it came from, as that system said, ms UTC. */
    modifiedAt: instant({ fixed: true, hidden: true }),
  },
  title: (v) => firstLine(v.name),
  span: (v) => whenSpan(v.taken),
  lane: () => 'note',
});

/** One step of the chain of custody of an attachment: who had it, when, and what was done. Never changed, only struck. */
export const custodyEvent = defineKind({
  kind: 'custody_event',
  caseFile: true,
  table: 'custody_event',
  scope: 'case',
  tone: 'note',
  icon: 'seal',
  area: 'evidence',
  linkable: false,
  listed: false,
  fields: {
    attachmentId: required(ref('attachment', { fixed: true, hidden: true })),
    at: required(instant({ fixed: true })),
    step: required(choice(['received', 'checked', 'copied', 'handed_over', 'returned', 'other'], { fixed: true })),
    /** Who did it, who had it before. */
    person: text(200, { fixed: true }),
    /** To whom it went. */
    toWhom: text(200, { fixed: true }),
    note: long(2_000, { fixed: true, keptFromCharged: true }),
  },
  title: (v) => firstLine(v.note ?? '') || firstLine(v.toWhom ?? '') || firstLine(v.person ?? ''),
  span: () => null,
  lane: null,
  // A step that names nobody says nothing of who had it.
  check: (v) => (v.person === null && v.toWhom === null ? { field: 'person', code: 'REQUIRED' } : null),
});
