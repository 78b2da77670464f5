import type { MeasureType } from '#model/kinds/measure.ts';
import type { Duty } from '#model/plan/types.ts';
import type { TimelineState } from '#renderer/timeline/index.ts';

export const BOARD_ROWS = ['cases', 'officers', 'vehicles'] as const;
export type BoardRows = (typeof BOARD_ROWS)[number];

/** Which duties are shown: all, those that lack people, those that clash, those past and not confirmed. */
export const BOARD_ONLY = ['all', 'unstaffed', 'conflicts', 'unconfirmed'] as const;
export type BoardOnly = (typeof BOARD_ONLY)[number];

/** What the board shows; this is what a saved view keeps. */
export interface BoardFilter {
  readonly rows: BoardRows;
  readonly only: BoardOnly;
  /** Types left out of sight. */
  readonly hidden: readonly MeasureType[];
  /** Words a row must hold. */
  readonly text: string;
}

export const WHOLE_BOARD: BoardFilter = { rows: 'cases', only: 'all', hidden: [], text: '' };

/** True if a duty is shown. */
export function keepsDuty(
  { only, hidden }: BoardFilter,
  {
    duty,
    state,
    hasConflict,
    isLacking,
  }: { duty: Duty; state: TimelineState; hasConflict: boolean; isLacking: boolean },
): boolean {
  if (hidden.includes(duty.type)) return false;
  switch (only) {
    case 'all':
      return true;
    case 'unstaffed':
      return isLacking;
    case 'conflicts':
      return hasConflict;
    case 'unconfirmed':
      return state === 'unconfirmed';
  }
}

/** True if a row's own words hold what was typed. */
export function keepsRow({ text }: BoardFilter, words: readonly (string | null)[]): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return words.some((word) => (word ?? '').toLocaleLowerCase().includes(wanted));
}
