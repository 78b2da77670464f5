import type { MeasureType } from '#model/kinds/measure.ts';
import { TONE_OF } from './board-data.ts';
import { BOARD_ONLY, BOARD_ROWS, type BoardFilter, WHOLE_BOARD } from './board-filter.ts';

/** The filter as one text, for a saved view. */
export function writeFilter({ rows, only, hidden, text }: BoardFilter): string {
  return new URLSearchParams({ rows, only, hidden: hidden.join(' '), text }).toString();
}

/** A filter from a saved view; what it says that this build does not know is left at what shows most. */
export function readFilter(text: string): BoardFilter {
  const said = new URLSearchParams(text);
  return {
    rows: BOARD_ROWS.find((one) => one === said.get('rows')) ?? WHOLE_BOARD.rows,
    only: BOARD_ONLY.find((one) => one === said.get('only')) ?? WHOLE_BOARD.only,
    hidden: (said.get('hidden') ?? '').split(' ').filter((one): one is MeasureType => Object.hasOwn(TONE_OF, one)),
    text: said.get('text') ?? '',
  };
}
