import type { BookRecord, Kind } from '../kinds.ts';

/** A record of any kind that is told apart by its kind. */
export type CaseRecord<K extends Kind = Kind> = { readonly [N in K]: BookRecord<N> }[K];

/** What a case holds, as far as its flags and patterns read it. Struck records are not among them. */
export interface CaseRecords {
  /** IANA zone of the case: in it days are counted for what has no zone of its own. */
  readonly zone: string;
  /** Records of the case, and of the book those about its persons, in any order. */
  readonly records: readonly CaseRecord[];
}

/** What tells of danger to her. */
export const DANGER = ['threat', 'incident', 'breach', 'report'] as const satisfies readonly Kind[];
/** What can tell how she was threatened or hurt: dangers, and contacts. */
export const TOLD = [...DANGER, 'contact'] as const satisfies readonly Kind[];
/** What tells a fact of any sort. */
export const FACTS = [
  ...TOLD,
  'order',
  'assessment',
  'measure',
  'referral',
  'arrest',
  'remand',
  'response_step',
  'court_step',
  'withdrawal',
  'note',
] as const satisfies readonly Kind[];
