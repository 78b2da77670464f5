import { type Entry, isAfter } from './known.ts';

/** Those of `entries` after which none of `answers` came. */
export function withNoneAfter<E extends Entry>(entries: readonly E[], answers: readonly Entry[]): E[] {
  const lastAt = answers.reduce((last, { bounds }) => Math.max(last, bounds.fromAt), Number.NEGATIVE_INFINITY);
  // Most have an answer that lies wholly after them; only the rest is compared one by one.
  return entries.filter((entry) => lastAt < entry.bounds.toAt && !answers.some((answer) => isAfter(answer, entry)));
}
