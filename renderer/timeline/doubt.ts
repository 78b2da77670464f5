import type { TimelineItem, TimelinePrecision } from './types.ts';

const MINUTE_MS = 60_000;

/** A time as its source names it: [fromAt, toAt), ms UTC, and where the true one lies beside it. */
interface Named {
  readonly fromAt: number;
  readonly toAt: number;
  readonly precision: TimelinePrecision;
  readonly qualifier: 'about' | 'before' | 'after' | null;
}

/** A minute is a moment; a day, month or year is drawn as wide as it is. Before or after it stands at the edge it names. */
export function doubtOf({ fromAt, toAt, precision, qualifier }: Named): Pick<TimelineItem, 'uncertain' | 'bound'> {
  const isMoment = precision === 'minute';
  const named = { fromAt, toAt };
  switch (qualifier) {
    case null:
      return { uncertain: isMoment ? null : named };
    case 'about':
      return { uncertain: isMoment ? null : named, bound: 'about' };
    case 'before':
      return { uncertain: { fromAt, toAt: fromAt }, bound: 'before' };
    case 'after': {
      const edge = isMoment ? toAt - MINUTE_MS : toAt;
      return { uncertain: { fromAt: edge, toAt: edge }, bound: 'after' };
    }
  }
}
