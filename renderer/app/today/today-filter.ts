import { useState } from 'react';
import { KIND_NAMES } from '#model/kinds.ts';
import type { TodayFilter } from '#model/today/filter.ts';
import { DUTIES } from '#model/today/rows.ts';

/** What the board shows when nothing was chosen. */
export const WHOLE_DAY: TodayFilter = {
  whose: 'mine',
  duty: null,
  responsible: null,
  unit: null,
  kind: null,
  only: null,
};

/** The filter as one text, for a saved view; what a counter shows alone is of the moment and not kept. */
export function writeFilter({ whose, duty, responsible, unit, kind }: TodayFilter): string {
  const said = Object.entries({ whose, duty, responsible, unit, kind }).filter(([, value]) => value !== null);
  return new URLSearchParams(said as [string, string][]).toString();
}

/** A filter from a saved view; what it says that this build does not know is left at what shows most. */
export function readFilter(text: string): TodayFilter {
  const said = new URLSearchParams(text);
  return {
    whose: said.get('whose') === 'unit' ? 'unit' : 'mine',
    duty: DUTIES.find((one) => one === said.get('duty')) ?? null,
    responsible: said.get('responsible'),
    unit: said.get('unit'),
    kind: KIND_NAMES.find((one) => one === said.get('kind')) ?? null,
    only: null,
  };
}

/** True where anything but whose cases they are narrows the rows. */
export function isNarrowed({ duty, responsible, unit, kind, only }: TodayFilter): boolean {
  return [duty, responsible, unit, kind, only].some((one) => one !== null);
}

/** What was chosen last, in the memory of the page: it stays while one looks at a case, and is gone at lock. */
let last: TodayFilter = WHOLE_DAY;

export function useTodayFilter(): [TodayFilter, (filter: TodayFilter) => void] {
  const [filter, setFilter] = useState(last);
  return [
    filter,
    (next) => {
      last = next;
      setFilter(next);
    },
  ];
}
