import type { Language } from '#contract/common.ts';
import type { Reader } from '#db/book.ts';
import type { Inline, NoteDocument } from '#model/document/format.ts';
import { type FillField, filledTemplate, type NoteTemplate } from '#model/document/template.ts';
import { formatWhen } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { NoteForm } from '#model/kinds/note.ts';
import { type AnyRecord, fieldsOf, isWithheld, KINDS, type Kind } from '#model/kinds.ts';
import { localOfInstant } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { RESOURCES } from '#resources/i18n/index.ts';
import en from '#resources/templates/notes/en.json' with { type: 'json' };
import nb from '#resources/templates/notes/nb.json' with { type: 'json' };

const TEMPLATES: Readonly<Record<Language, Readonly<Record<NoteForm, NoteTemplate>>>> = { nb, en };

/** Forms whose notes belong to a criminal case. */
const CRIMINAL: readonly NoteForm[] = ['breach_report', 'investigation_step'];

const FORM_OF: Partial<Record<Kind, NoteForm>> = {
  contact: 'contact_log',
  breach: 'breach_report',
  referral: 'service_meeting',
  investigation_step: 'investigation_step',
  handover: 'handover',
};

/** The form in which one writes about a record of this kind; null is a note without a form. */
export function formFor(kind: Kind): NoteForm | null {
  return FORM_OF[kind] ?? null;
}

export function isCriminal(form: NoteForm): boolean {
  return CRIMINAL.includes(form);
}

export interface Filling {
  readonly reader: Reader;
  readonly case: AnyRecord;
  /** The record the note is about. */
  readonly about: AnyRecord | null;
  readonly author: string;
  /** ms UTC. */
  readonly now: number;
  readonly zone: string;
  readonly language: Language;
}

/** The heading and document of a form, filled in from the case, its persons and the record the note is about. */
export async function fillTemplate(
  form: NoteForm,
  filling: Filling,
): Promise<{ heading: string; document: NoteDocument }> {
  const persons = await personsOf(filling.reader, filling.case.id);
  return filledTemplate(TEMPLATES[filling.language][form], fieldsFrom(filling, persons));
}

/** A document that only says what it is about. */
export function documentAbout(about: AnyRecord): NoteDocument {
  return { version: 1, blocks: [{ type: 'paragraph', content: [mentionOf(about), { type: 'text', text: ' ' }] }] };
}

interface Person {
  readonly id: RecordId;
  readonly title: string;
  readonly role: string;
}

async function personsOf(reader: Reader, caseId: RecordId): Promise<Person[]> {
  return reader.all<Person>(
    `SELECT p.id, p.title, cp.role FROM record r JOIN case_person cp ON cp.id = r.id JOIN record p ON p.id = cp.person_id
     WHERE r.case_id = ? AND r.kind = 'case_person' AND r.struck_at IS NULL AND p.struck_at IS NULL ORDER BY r.rid`,
    [caseId],
  );
}

function fieldsFrom(filling: Filling, persons: readonly Person[]): FillField {
  const { about, now, zone, author } = filling;
  const local = localOfInstant(now, zone);
  return (field) => {
    switch (field) {
      case 'now':
        return [{ type: 'time', from: local }];
      case 'today':
        return [{ type: 'time', from: local.slice(0, 10) }];
      case 'author':
        return textOf(author);
      case 'protected':
      case 'threat_actor':
        return mentionsOf(persons.filter(({ role }) => role === field));
      case 'about':
        return about ? [mentionOf(about)] : [];
    }
    const [of, name = ''] = field.split('.');
    const record = of === 'about' ? about : of === 'case' ? filling.case : null;
    return record ? told(record, name, filling) : [];
  };
}

/** What a field of a record says. A withheld value never leaves its own field. */
function told(record: AnyRecord, name: string, { zone, language }: Filling): Inline[] {
  const field = fieldsOf(record.kind).find(([own]) => own === name)?.[1];
  const value = record.values[name] ?? null;
  if (!field || value === null || isWithheld(field, record.values)) return [];
  switch (field.type) {
    case 'when': {
      const { fromAt, precision, qualifier } = value as When;
      // A time in a note is a day or a minute: one that is known as a bound is told in words.
      if (qualifier) return textOf(formatWhen(value as When, language, 'words'));
      const at = localOfInstant(fromAt, (value as When).zone);
      if (precision === 'minute') return [{ type: 'time', from: at }];
      return precision === 'day'
        ? [{ type: 'time', from: at.slice(0, 10) }]
        : textOf(at.slice(0, precision === 'month' ? 7 : 4));
    }
    case 'instant':
      return [{ type: 'time', from: localOfInstant(value as number, zone) }];
    case 'choice':
    case 'choices':
      return textOf(
        [value]
          .flat()
          .map((option) => optionWord(language, name, String(option)))
          .join(', '),
      );
    case 'integer':
      return textOf(String(value));
    default:
      return typeof value === 'string' && field.ref === null ? textOf(value) : [];
  }
}

function optionWord(language: Language, field: string, option: string): string {
  const options = (RESOURCES[language].kinds.option as Readonly<Record<string, Readonly<Record<string, string>>>>)[
    field
  ];
  return (options?.[option] ?? option).toLocaleLowerCase(language);
}

function textOf(text: string): Inline[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]);
}

function mentionsOf(persons: readonly Person[]): Inline[] {
  return persons.flatMap(({ id, title }, index): Inline[] => [
    ...(index > 0 ? [{ type: 'text' as const, text: ', ' }] : []),
    { type: 'mention', to: id, kind: 'person', label: title, link: 'mentions' },
  ]);
}

function mentionOf({ id, kind, title }: AnyRecord): Inline {
  const link = KINDS[kind].linkable ? 'describes' : 'mentions';
  return { type: 'mention', to: id, kind, label: title, link };
}
