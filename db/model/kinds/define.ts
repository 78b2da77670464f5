import type { Field, FieldValue } from '../field.ts';
import type { RecordId } from '../ids.ts';
import type { Precision, Qualifier, When } from '../when.ts';

/** Colour, pattern and icon family of a kind; eleven hues and notes, the same in lane, badge, chip and briefing. */
export const TONES = [
  'need',
  'shield',
  'guard',
  'patrol',
  'transport',
  'threat',
  'breach',
  'order',
  'assess',
  'referral',
  'court',
  'note',
] as const;
export type Tone = (typeof TONES)[number];

/** Area of the case workspace in which a kind is listed. `people` is everyone and everything around the persons. */
export const AREAS = [
  'overview',
  'events',
  'orders',
  'assessments',
  'measures',
  'notes',
  'referrals',
  'court',
  'investigation',
  'evidence',
  'people',
  'transfer',
] as const;
export type Area = (typeof AREAS)[number];

/** Where a record lies on the timeline, ms UTC; `endsAt` null is open. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly precision: Precision;
  /** About, before or after the time that is named. */
  readonly qualifier?: Qualifier | undefined;
}

/** Span of a fact: the time its source names. */
export function whenSpan(when: When | null): Span | null {
  if (when === null) return null;
  return { startsAt: when.fromAt, endsAt: when.toAt, precision: when.precision, qualifier: when.qualifier };
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
/** A record's values by field name. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: FieldValue<F[K]> };

/** A kind of record, declared once; lanes, lists, forms, search, import and briefings read it from here. */
export interface KindDecl<K extends string = string, F extends Fields = Fields> {
  readonly kind: K;
  /** SQL table. */
  readonly table: string;
  readonly fields: F;
  /** Case records belong to one case; book records (person, place) are shared by all. */
  readonly scope: 'case' | 'book';
  readonly tone: Tone;
  /** Icon name without its `i-` prefix. */
  readonly icon: string;
  readonly area: Area;
  /** Name for lists, mentions and backlinks, from the record's own fields; empty shows as the kind's name. */
  readonly title: (values: ValuesOf<F>) => string;
  /** The same in English where the record carries its own English text. */
  readonly titleEn?: (values: ValuesOf<F>) => string | null;
  /** Place on the timeline; null is not on it. */
  readonly span: (values: ValuesOf<F>, zone: string) => Span | null;
  /** Lane on the timeline: null keeps it off although it has a time. */
  readonly lane: ((values: ValuesOf<F>) => Tone) | null;
  /** Rules across fields; the name of the field that is wrong and a code, or null. */
  readonly check?: (values: ValuesOf<F>, zone: string) => { field: keyof F & string; code: string } | null;
  /** May be linked to from notes and other records. */
  readonly linkable: boolean;
  /**
   * Told in papers of the criminal case, all of which the charged person may read (straffeprosessloven §§ 98, 242); of
   * some kinds only the records that fit. A kind that says nothing is never told there.
   */
  readonly caseFile?: true | ((values: ValuesOf<F>) => boolean);
  /** False: a part of another record, shown with it and in no list of an area. */
  readonly listed?: boolean;
  /** False: nobody looks for its texts; the search does not know them. */
  readonly searched?: false;
  /** Made by a route of its own alone, with what only that can know. */
  readonly byIntake?: true;
  /** Undo and redo make a version more of it, so that no version's number is used twice. */
  readonly keepsVersions?: true;
  /**
   * Written by routes of its own, which check what they write: the general ones neither make nor change one. Where it is
   * `all` they neither strike nor restore one either.
   */
  readonly ownRoutes?: 'written' | 'all';
}

/** Declares a kind; keeps the literal types of its fields. */
export function defineKind<const K extends string, F extends Fields>(decl: KindDecl<K, F>): KindDecl<K, F> {
  return decl;
}

/** Who and what a record is, apart from its fields. Title and span are derived from the fields at each write. */
export interface RecordHeader {
  readonly id: RecordId;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly precision: Precision | null;
  /** About, before or after that time; null is in it. */
  readonly qualifier: Qualifier | null;
  /** Order in which the source tells it: equal times keep it. */
  readonly storyOrder: number;
  /** When it was entered into the book. */
  readonly createdAt: number;
  readonly createdBy: string;
  readonly changedAt: number;
  readonly changedBy: string;
  /** Counts up with each change; 1 is the first. */
  readonly version: number;
  /** Struck, not deleted: still readable, counts no more. */
  readonly struckAt: number | null;
  readonly struckBy: string | null;
  readonly struckReason: string | null;
  /** Fingerprint of the imported row this record came from. */
  readonly importKey: string | null;
}
