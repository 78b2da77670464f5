import { z } from 'zod';
import { isRecordId, type RecordId } from './ids.ts';
import { instantOfLocal } from './time.ts';
import { type When, whenSchema } from './when.ts';

/** How a field is edited, stored and shown. */
export type FieldType =
  | 'text' // one line
  | 'long' // several lines
  | 'suggest' // one line with known values
  | 'choice' // one of a closed list
  | 'choices' // several of a closed list
  | 'flag' // yes, no, or not said
  | 'integer'
  | 'instant' // ms UTC
  | 'local' // wall clock YYYY-MM-DDTHH:MM, kept as it was written
  | 'when' // a fact's time with its precision
  | 'ref' // another record
  | 'document'; // a note's rich text, JSON of the editor

/** One declared field of a kind. `T` is its value in a record; a field that is not required may be null: not known. */
export interface Field<T> {
  readonly type: FieldType;
  readonly required: boolean;
  readonly schema: z.ZodType<T>;
  /** Closed list of a choice, or the known values of a suggestion. */
  readonly options: readonly string[];
  /** Kind a reference points to. */
  readonly ref: string | null;
  /** Longest text in characters; 0 where it does not apply. */
  readonly maxLength: number;
  /**
   * Withheld on screen until revealed, never indexed, suggested or printed uncleared: `record` when the record's
   * protection is "strengt fortrolig", `always` whatever it is (code words), null never.
   */
  readonly protectable: 'record' | 'always' | null;
  /** Who may reveal a withheld value: everyone, or the lead of the protection detail alone. */
  readonly revealTo: 'all' | 'lead';
  /**
   * Never told in papers of the criminal case, which the charged person may read (straffeprosessloven §§ 98, 242). What
   * is protectable is not either.
   */
  readonly keptFromCharged: boolean;
  /** Left out of the generic form and list: it has its own place in the interface. */
  readonly hidden: boolean;
  /** The end of something: a day alone is read as its end, that day included. */
  readonly isEnd: boolean;
  /** Said once, when the record is made: what was noted about evidence is not rewritten. */
  readonly fixed: boolean;
  /** A key or a code of the program, which nobody reads: no search finds it. */
  readonly coded: boolean;
}

/** Value type of a field. */
export type FieldValue<F> = F extends Field<infer T> ? T : never;

interface Common {
  protectable?: 'record' | 'always';
  revealTo?: 'lead';
  keptFromCharged?: boolean;
  hidden?: boolean;
  fixed?: boolean;
  isEnd?: boolean;
  coded?: boolean;
}

function make<T>(type: FieldType, schema: z.ZodType<T>, extra: Partial<Field<T>> = {}): Field<T | null> {
  return {
    type,
    required: false,
    schema: z.union([z.null(), schema]) as z.ZodType<T | null>,
    options: [],
    ref: null,
    maxLength: 0,
    protectable: null,
    revealTo: 'all',
    keptFromCharged: false,
    hidden: false,
    isEnd: false,
    fixed: false,
    coded: false,
    ...(extra as Partial<Field<T | null>>),
  };
}

/** The same field, never null and never a text of blanks alone. */
export function required<T>(field: Field<T | null>): Field<T> {
  const isThere = (value: unknown) => (typeof value === 'string' ? value.trim() !== '' : value !== null);
  const schema = field.schema.refine(isThere, 'REQUIRED');
  return { ...field, required: true, schema: schema as unknown as z.ZodType<T> } as Field<T>;
}

/** One line of text, at most `maxLength` characters. */
export function text(maxLength = 200, common: Common = {}): Field<string | null> {
  return make('text', z.string().max(maxLength), { maxLength, ...common });
}

/** Text of several lines, at most `maxLength` characters. */
export function long(maxLength = 20_000, common: Common = {}): Field<string | null> {
  return make('long', z.string().max(maxLength), { maxLength, ...common });
}

/** One line of text for which some values are known and have words in the interface; others are kept as written. */
export function suggest(options: readonly string[], maxLength = 80): Field<string | null> {
  return make('suggest', z.string().max(maxLength), { options, maxLength });
}

/** One of a closed list. */
export function choice<const O extends readonly [string, ...string[]]>(
  options: O,
  common: Common = {},
): Field<O[number] | null> {
  return make<O[number]>('choice', z.enum(options) as z.ZodType<O[number]>, { options, ...common });
}

/** Several of a closed list, in its order, each once. An empty list means none was chosen. */
export function choices<const O extends readonly [string, ...string[]]>(
  options: O,
): Field<readonly O[number][] | null> {
  const schema = z
    .array(z.enum(options))
    .max(options.length)
    .transform((chosen) => options.filter((option) => chosen.includes(option)));
  return make<readonly O[number][]>('choices', schema as unknown as z.ZodType<readonly O[number][]>, { options });
}

/** Yes or no; null is "not said". */
export function flag(common: Common = {}): Field<boolean | null> {
  return make('flag', z.boolean(), common);
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number, common: Common = {}): Field<number | null> {
  return make('integer', z.int().min(min).max(max), common);
}

/** An instant, ms UTC. */
export function instant(common: Common = {}): Field<number | null> {
  return make('instant', z.int().min(-62_135_596_800_000).max(253_402_300_799_999), common);
}

/** A planned wall-clock time `YYYY-MM-DDTHH:MM`; the instant is derived from it and the record's zone. */
export function local(common: Common = {}): Field<string | null> {
  // Checked in UTC: whether the time exists in the record's own zone is the rule of the kind that holds both.
  return make(
    'local',
    z.string().refine((value) => instantOfLocal(value, 'UTC') !== null, 'LOCAL_TIME'),
    common,
  );
}

/** When a fact happened, with its precision. */
export function when(): Field<When | null> {
  return make('when', whenSchema);
}

/** The id of a record of kind `ref`. */
export function ref(kind: string, common: Common = {}): Field<RecordId | null> {
  return make<RecordId>('ref', z.custom<RecordId>(isRecordId), { ref: kind, ...common });
}

/** A note's document: JSON text of the editor's state, at most `maxLength` characters. Never parsed by the store. */
export function document(maxLength = 8_000_000): Field<string | null> {
  return make('document', z.string().max(maxLength), { maxLength, hidden: true });
}
