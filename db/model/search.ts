import type { RecordId } from './ids.ts';
import type { Kind } from './kinds.ts';
import type { Precision, Qualifier } from './when.ts';

export interface SearchHit {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  /** A piece of the record's text around the first hit, and where in it the hits lie, in UTF-16 units. */
  readonly excerpt: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
  readonly exact: boolean;
  /** Grade of the statement in a note that was found, as it is written beside it: 1-A-C. */
  readonly grade: string | null;
  /** The text stands no more: when it was replaced, or its record struck (ms UTC), and by whom. Null for what is there now. */
  readonly replaced: { readonly at: number; readonly person: string; readonly isStruck: boolean } | null;
}
