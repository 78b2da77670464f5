import { startOfDay } from './time.ts';
import { boundsOf, type When } from './when.ts';

interface Learned {
  readonly happened?: When | null | undefined;
  readonly policeKnew?: When | null | undefined;
}

/**
 * When the police learned of a fact that they cannot have known of on the day it happened: hindsight, which nobody had then.
 * Null where it may have been the same day, or is not known.
 */
export function learnedLater({ happened, policeKnew }: Learned): When | null {
  if (!happened || !policeKnew) return null;
  const lastAt = boundsOf(happened).toAt - 1;
  if (!Number.isFinite(lastAt)) return null;
  return boundsOf(policeKnew).fromAt >= startOfDay(lastAt, happened.zone, 1) ? policeKnew : null;
}
