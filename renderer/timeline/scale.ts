import type { TimeSpan } from './types.ts';

const MINUTE = 60_000;
const YEAR = 365.2425 * 86_400_000;

/** Shortest and longest time the view may span, ms. */
export const MIN_SPAN_MS = 10 * MINUTE;
export const MAX_SPAN_MS = 400 * YEAR;
/** Years 0001 to 9999: outside it no date of a case can lie, and date arithmetic stays exact. */
const FIRST_AT = -62_135_596_800_000;
const LAST_AT = 253_402_300_799_999;

/** Straight map between elapsed time and pixels: a day of 23 hours is 23 hours wide. */
export interface Scale extends TimeSpan {
  readonly width: number;
  readonly msPerPx: number;
  /** Pixel of an instant; an infinite instant stays infinite. */
  xOf(at: number): number;
  /** Instant at a pixel, rounded to the ms. */
  atOf(x: number): number;
}

/** Scale that shows `view` over `width` px. */
export function createScale(view: TimeSpan, width: number): Scale {
  const msPerPx = (view.toAt - view.fromAt) / Math.max(1, width);
  return {
    fromAt: view.fromAt,
    toAt: view.toAt,
    width,
    msPerPx,
    xOf: (at) => (at - view.fromAt) / msPerPx,
    atOf: (x) => Math.round(view.fromAt + x * msPerPx),
  };
}

/** The nearest allowed view: finite, in order, between 10 minutes and 400 years long, within years 1 to 9999. */
export function clampView(view: TimeSpan): TimeSpan {
  const from = Number.isFinite(view.fromAt) ? view.fromAt : 0;
  const to = Number.isFinite(view.toAt) ? view.toAt : from;
  const span = Math.min(MAX_SPAN_MS, Math.max(MIN_SPAN_MS, to - from));
  const middle = (from + to) / 2;
  const fromAt = Math.round(Math.min(LAST_AT - span, Math.max(FIRST_AT, middle - span / 2)));
  return { fromAt, toAt: Math.round(fromAt + span) };
}

/** View zoomed by `factor` (above 1 shows more detail) with the instant `aroundAt` staying where it is. */
export function zoomView(view: TimeSpan, factor: number, aroundAt: number): TimeSpan {
  const span = view.toAt - view.fromAt;
  const wanted = Math.min(MAX_SPAN_MS, Math.max(MIN_SPAN_MS, span / factor));
  const share = (aroundAt - view.fromAt) / span;
  return clampView({ fromAt: aroundAt - share * wanted, toAt: aroundAt + (1 - share) * wanted });
}

/** View moved by `ms`. */
export function panView(view: TimeSpan, ms: number): TimeSpan {
  return clampView({ fromAt: view.fromAt + ms, toAt: view.toAt + ms });
}

/** View that shows `span` with a margin on both sides. */
export function fitView(span: TimeSpan, margin = 0.03): TimeSpan {
  const pad = Math.max((span.toAt - span.fromAt) * margin, MINUTE);
  return clampView({ fromAt: span.fromAt - pad, toAt: span.toAt + pad });
}
