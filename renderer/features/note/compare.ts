import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a line, and whether the other side has it. */
export interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A line of either version beside the one it became; null where one side has none. */
export interface ComparedRow {
  readonly key: number;
  readonly before: readonly Part[] | null;
  readonly after: readonly Part[] | null;
  readonly isSame: boolean;
}

/** Longer lines are compared as wholes: word by word it would take seconds. */
const LONGEST_LINE = 20_000;

/** Two texts side by side: first line by line, then the words inside a line that changed. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const put = (row: Omit<ComparedRow, 'key'>) => rows.push({ key: rows.length, ...row });
  let gone: readonly string[] = [];
  const flush = (come: readonly string[]) => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++) put({ ...pairOf(gone[i], come[i]), isSame: false });
    gone = [];
  };
  for (const { value, added, removed } of diffArrays(before.split('\n'), after.split('\n'))) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      for (const line of value) put({ before: whole(line, false), after: whole(line, false), isSame: true });
    }
  }
  flush([]);
  return rows;
}

function pairOf(before: string | undefined, after: string | undefined): Pick<ComparedRow, 'before' | 'after'> {
  if (before === undefined || after === undefined) {
    return {
      before: before === undefined ? null : whole(before, true),
      after: after === undefined ? null : whole(after, true),
    };
  }
  if (before.length + after.length > LONGEST_LINE) return { before: whole(before, true), after: whole(after, true) };
  const parts = diffWordsWithSpace(before, after);
  return {
    before: parts.filter((part) => !part.added).map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: parts.filter((part) => !part.removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  };
}

function whole(text: string, isChanged: boolean): Part[] {
  return text === '' ? [] : [{ text, isChanged }];
}
