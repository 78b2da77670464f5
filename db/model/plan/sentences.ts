import { formatDuration, type Lang } from '../format.ts';
import type { Conflict } from './result.ts';

/** Text key under `conflict` of the namespace `plan`, and what stands in it. */
interface ConflictSentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * What a conflict says: the same in the window and on the command line.
 * @param name officer, vehicle or place it is about
 * @param metres words for a distance
 */
export function conflictSentence(
  one: Conflict,
  name: string,
  metres: (count: number) => string,
  lang: Lang,
): ConflictSentence {
  const { type, figure, limit } = one;
  if (type === 'near_avoided') {
    // Without an estimate the leg ends there itself.
    if (one.estimate === null) return { key: 'near_avoided_at', values: { name } };
    return { key: type, values: { name, figure: metres(figure), limit: metres(limit) } };
  }
  const length = (minutes: number) => formatDuration(minutes * 60_000, lang);
  return { key: type, values: { name, figure: length(figure), length: length(figure), limit: length(limit) } };
}
