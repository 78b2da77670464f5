import type { FontId, Measure } from './display-list.ts';

const ELLIPSIS = '…';

/** `text`, cut with an ellipsis if it is wider than `maxPx`; empty if not even three letters fit. */
export function fitText(text: string, maxPx: number, font: FontId, measure: Measure): string {
  const full = measure(text, font);
  if (full <= maxPx) return text;
  // A first guess from the average letter saves most of the measuring.
  let low = 0;
  let high = Math.min(text.length - 1, Math.ceil((text.length * maxPx) / full) + 4);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(cut(text, middle), font) <= maxPx) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : cut(text, low);
}

function cut(text: string, length: number): string {
  return text.slice(0, length).trimEnd() + ELLIPSIS;
}

/** Where a label goes: inside, else to the right, else nowhere (tooltip and list still have it). */
export interface LabelPlace {
  readonly text: string;
  readonly isInside: boolean;
}

/** Least part of a label that is worth showing cut, px. */
const LEAST_CUT_PX = 64;
const LONGEST_OUTSIDE_PX = 280;

/**
 * Chooses label and place.
 * @param inside room within the bar, px; 0 if nothing may stand in it
 * @param outside room to the right of it up to the next mark, px
 */
export function placeLabel(
  label: string,
  shortLabel: string | undefined,
  inside: number,
  outside: number,
  measure: Measure,
): LabelPlace | null {
  const candidates = shortLabel ? [label, shortLabel] : [label];
  for (const text of candidates) if (text && measure(text, 'label') <= inside) return { text, isInside: true };
  if (!label) return null;
  const right = Math.min(outside, LONGEST_OUTSIDE_PX);
  for (const text of candidates) if (measure(text, 'label') <= right) return { text, isInside: false };
  const isInside = inside >= right;
  if (Math.max(inside, right) < LEAST_CUT_PX) return null;
  const text = fitText(label, isInside ? inside : right, 'label', measure);
  return text ? { text, isInside } : null;
}
