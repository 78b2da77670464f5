import { TONES, type Tone } from '#model/kinds/define.ts';
import { GROUPINGS, type Grouping } from '#renderer/features/plan/plan-parts.ts';

/** By what the lanes of a case are ordered, and which of them are shown; this is what a saved view keeps. */
export interface Shown {
  readonly grouping: Grouping;
  /** This hue alone; null shows all. */
  readonly only: Tone | null;
}

export const WHOLE_CASE: Shown = { grouping: 'kind', only: null };

/** What is shown as one text, for a saved view. */
export function writeShown({ grouping, only }: Shown): string {
  return new URLSearchParams({ grouping, only: only ?? '' }).toString();
}

/** What a saved view shows; what it says that this build does not know is left at what shows most. */
export function readShown(text: string): Shown {
  const said = new URLSearchParams(text);
  return {
    grouping: GROUPINGS.find((one) => one === said.get('grouping')) ?? WHOLE_CASE.grouping,
    only: TONES.find((one) => one === said.get('only')) ?? WHOLE_CASE.only,
  };
}
