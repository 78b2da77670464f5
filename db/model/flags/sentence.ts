import { formatWhen, type Lang } from '../format.ts';
import type { When } from '../when.ts';
import type { Flag } from './read-case.ts';

/** A text key of the namespace `flags` and what stands in it. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a flag says, times told as exactly as they are known. */
export function sentenceOf(flag: Flag, lang: Lang): Sentence {
  const values = Object.entries({ ...flag.values, since: flag.sinceWhen }).map(([name, value]) => [
    name,
    isWhen(value) ? formatWhen(value, lang, 'words') : value,
  ]);
  const variant = flag.variant === null ? '' : `.${flag.variant}`;
  return { key: `rule.${flag.rule}.text${variant}`, values: Object.fromEntries(values) };
}

function isWhen(value: number | When): value is When {
  return typeof value === 'object';
}
