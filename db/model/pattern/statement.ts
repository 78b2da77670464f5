import { formatWhen, type Lang } from '../format.ts';
import type { RecordId } from '../ids.ts';
import type { When } from '../when.ts';
import type { PatternEvent } from './events.ts';

/** A plain sentence about what is recorded, with the records it rests on. It counts; it never concludes. */
export interface Statement {
  readonly id: string;
  readonly values: Readonly<Record<string, number | string | When>>;
  readonly records: readonly RecordId[];
}

/** A statement over these events; its `count` is how many. */
export function statement(id: string, events: readonly PatternEvent[], values: Statement['values'] = {}): Statement {
  return { id, values: { count: events.length, ...values }, records: events.map((event) => event.id) };
}

/** Figures, dates and names in the words of a language; `channel` gives the word of a form of contact. */
export function statementValues(
  { values }: Pick<Statement, 'id' | 'values'>,
  lang: Lang,
  channel: (name: string) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'object') return [name, formatWhen(value, lang, 'words')];
      if (name === 'channels') return [name, String(value).split(' ').map(channel).join(', ')];
      return [name, typeof value === 'number' && !Number.isInteger(value) ? value.toLocaleString(lang) : value];
    }),
  );
}
