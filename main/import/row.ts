import { createHash } from 'node:crypto';
import {
  IMPORT_COLUMNS,
  IMPORT_KINDS,
  type ImportColumn,
  type ImportKind,
  type ImportMapping,
} from '#contract/import.ts';
import { cleanText } from '#model/clean-text.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import { splitQualifier } from '#model/qualifier-words.ts';
import { PRECISIONS, type Precision, qualified, type When, whenOf } from '#model/when.ts';

/** The record each word of the column `kind` becomes. */
const KIND_OF: Record<ImportKind, Kind> = {
  threat: 'threat',
  incident: 'incident',
  contact: 'contact',
  report: 'report',
  order: 'order',
  order_breach: 'breach',
  assessment: 'assessment',
  measure: 'measure',
  referral: 'referral',
  arrest: 'arrest',
  remand: 'remand',
  court: 'court_step',
  note: 'note',
};

/** A row that can be imported: the record it becomes, without its person's id. */
export interface ImportedRow {
  readonly word: ImportKind;
  readonly kind: Kind;
  readonly values: Record<string, unknown>;
  readonly precision: Precision;
  /** Label and role of the actor, where the label names a person of the case rather than an institution. */
  readonly actor: { readonly name: string; readonly role: CaseRole } | null;
  /** Fingerprint of what the row says, the same in whatever order its columns lie. */
  readonly fingerprint: string;
}

export type RowReason =
  | 'COLUMNS_MISSING'
  | 'DATE_MISSING'
  | 'DATE_INVALID'
  | 'DATE_NOT_OF_PRECISION'
  | 'TIME_INVALID'
  | 'TIME_NOT_OF_PRECISION'
  | 'TIME_MISSING'
  | 'PRECISION_UNKNOWN'
  | 'KIND_UNKNOWN'
  | 'TEXT_MISSING'
  | 'TEXT_TOO_LONG';

/** Reads rows under one mapping and zone; remembers the days it has met, since a file holds few days and many rows. */
export function rowReader(mapping: ImportMapping, zone: string) {
  const readWhen = whenReader(zone);
  const widest = Math.max(...IMPORT_COLUMNS.map((name) => mapping[name] ?? -1));

  return function readRow(cells: readonly string[]): ImportedRow | RowReason {
    if (cells.length <= widest) return 'COLUMNS_MISSING';
    const cell = (name: ImportColumn) => {
      const index = mapping[name];
      return index === null ? '' : (cells[index] ?? '').trim();
    };

    const word = cell('kind');
    if (!isImportKind(word)) return 'KIND_UNKNOWN';
    const when = readWhen(cell('date'), cell('time'), cell('precision'));
    if (typeof when === 'string') return when;
    // What came from elsewhere reads as it is; the fingerprint keeps to what the file says.
    const words = (name: ImportColumn) => cleanText(cell(name)).trim();
    const text = words('text_nb');
    const textEn = words('text_en');
    if (text === '' && textEn === '') return 'TEXT_MISSING';

    const kind = KIND_OF[word];
    const { fields } = kindOf(kind);
    const actorText = words('actor');
    const given = {
      text,
      textEn,
      actorText,
      placeText: words('location'),
      source: words('source'),
      confidence: words('confidence'),
    };
    const values: Record<string, unknown> = { happened: when };
    for (const [name, value] of Object.entries(given)) {
      if (value.length > (fields[name]?.maxLength ?? 0)) return 'TEXT_TOO_LONG';
      values[name] = value === '' ? null : value;
    }
    // A chronology tells that a measure was taken, not of which of the four types it was.
    if (kind === 'measure') Object.assign(values, { type: 'other', status: 'done' });
    return {
      word,
      kind,
      values,
      precision: when.precision,
      actor: actorOf(actorText),
      fingerprint: fingerprintOf(IMPORT_COLUMNS.map(cell)),
    };
  };
}

function isImportKind(word: string): word is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(word);
}

const ROLES: readonly [RegExp, CaseRole][] = [
  [/^(protected person|beskyttet person|trusselutsatt)( \d+)?$/i, 'protected'],
  [/^(threat actor|trusselutøver)( \d+)?$/i, 'threat_actor'],
  [/^(child|barn)( \d+)?$/i, 'child'],
];

/** A label names a person where it says a role; courts, services and other institutions stay text. */
function actorOf(label: string): ImportedRow['actor'] {
  const role = ROLES.find(([pattern]) => pattern.test(label))?.[1];
  return role ? { name: label, role } : null;
}

/** 128 bits of SHA-256 over the cells, each with its length before it, so that no two rows read alike. */
function fingerprintOf(cells: readonly string[]): string {
  const text = cells.map((value) => `${value.length}:${value}`).join('');
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function whenReader(zone: string) {
  const days = new Map<string, When | null>();
  const day = (date: string): When | null => {
    let known = days.get(date);
    if (known === undefined) {
      known = whenOf(date, '', 'day', zone);
      days.set(date, known);
    }
    return known;
  };

  return (dateCell: string, timeCell: string, precisionCell: string): When | RowReason => {
    if (dateCell === '') return 'DATE_MISSING';
    const { qualifier, rest: date } = splitQualifier(dateCell);
    const { qualifier: ofTime, rest: clock } = splitQualifier(timeCell);
    // Before nine on that day is not before nine of any day: of the time of day only "about" says what is meant.
    if (ofTime !== null && (ofTime !== 'about' || qualifier === 'before' || qualifier === 'after'))
      return 'TIME_INVALID';
    const named = readNamed(isoDate(date), clock, precisionCell);
    return typeof named === 'string' ? named : qualified(named, qualifier ?? ofTime);
  };

  function readNamed(date: string, timeCell: string, precisionCell: string): When | RowReason {
    const precision = precisionCell === '' ? precisionOf(date, timeCell) : precisionCell;
    if (!isPrecision(precision)) return 'PRECISION_UNKNOWN';
    if (!FORMS[precision].test(date)) return DATE.test(date) ? 'DATE_NOT_OF_PRECISION' : 'DATE_INVALID';
    if (precision !== 'minute') {
      if (timeCell !== '') return 'TIME_NOT_OF_PRECISION';
      return (precision === 'day' ? day(date) : whenOf(date, '', precision, zone)) ?? 'DATE_INVALID';
    }
    const [, hours, minutes] = TIME.exec(timeCell) ?? [];
    if (hours === undefined || minutes === undefined) return 'TIME_INVALID';
    const whole = day(date);
    if (!whole) return 'DATE_INVALID';
    // A day of 24 h has no clock change in it: no zone has changed clocks both ways within one day.
    if (whole.toAt - whole.fromAt === DAY_MS) {
      const fromAt = whole.fromAt + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
      return { fromAt, toAt: fromAt + MINUTE_MS, precision, zone };
    }
    return whenOf(date, `${hours.padStart(2, '0')}:${minutes}`, 'minute', zone) ?? 'TIME_MISSING';
  }
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const FORMS: Record<Precision, RegExp> = {
  minute: /^\d{4}-\d{2}-\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
};

/** `2.4.2026` and `02.04.2026` are 2 April: dates of Norwegian sheets have the day first and no other reading. */
function isoDate(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** What a date says of its own precision when the file has no such column. */
function precisionOf(date: string, time: string): string {
  if (time !== '') return 'minute';
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

function isPrecision(word: string): word is Precision {
  return (PRECISIONS as readonly string[]).includes(word);
}
