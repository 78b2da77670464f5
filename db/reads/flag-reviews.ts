import type { Reader } from '../book.ts';

export interface CountedReview {
  readonly rule: string;
  readonly decision: 'set_aside' | 'acted_on';
  readonly count: number;
}

/** How often people did what about each rule's flags, in all cases. */
export async function countReviews(reader: Reader): Promise<CountedReview[]> {
  return reader.all<CountedReview>(
    `SELECT f.flag_rule AS rule, f.decision, count(*) AS count FROM flag_review f JOIN record r ON r.id = f.id
     WHERE r.struck_at IS NULL GROUP BY f.flag_rule, f.decision`,
  );
}
