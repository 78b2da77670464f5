import type { TimelineKind } from './types.ts';

/** Name of a colour token; the painter resolves it, so that one list serves both themes, screen and paper. */
export type Colour = `--${string}`;

/** Fonts of the timeline, px: axis 12/500, small 11/400, label 11/500, strong 11/600. */
export type FontId = 'axis' | 'small' | 'label' | 'strong';
export const FONTS: Readonly<Record<FontId, { readonly sizePx: number; readonly weight: number }>> = {
  axis: { sizePx: 12, weight: 500 },
  small: { sizePx: 11, weight: 400 },
  label: { sizePx: 11, weight: 500 },
  strong: { sizePx: 11, weight: 600 },
};

interface Inked {
  readonly fill?: Colour | undefined;
  readonly stroke?: Colour | undefined;
  /** Px; 1 if left out. */
  readonly lineWidth?: number | undefined;
  readonly dash?: readonly number[] | undefined;
  readonly opacity?: number | undefined;
}

export interface RectPrimitive extends Inked {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r?: number | undefined;
}
export interface LinePrimitive extends Inked {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface TextPrimitive {
  readonly type: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly font: FontId;
  readonly fill: Colour;
  readonly align?: 'start' | 'middle' | 'end' | undefined;
  /** Colour of a 3 px rim that keeps letters readable over lines. */
  readonly halo?: Colour | undefined;
}
export interface PathPrimitive extends Inked {
  readonly type: 'path';
  /** SVG path data around the origin. */
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale?: number | undefined;
}
/** Fill pattern of a kind, hung up at `originX`, so that it travels with its bar. */
export interface PatternPrimitive {
  readonly type: 'pattern';
  readonly kind: TimelineKind;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r: number;
  readonly originX: number;
  readonly opacity: number;
}
interface IconPrimitive {
  readonly type: 'icon';
  readonly kind: TimelineKind;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly stroke: Colour;
}

export type Primitive =
  | RectPrimitive
  | LinePrimitive
  | TextPrimitive
  | PathPrimitive
  | PatternPrimitive
  | IconPrimitive;

/** Width in px of a text in one of the fonts. Injected: canvas on screen, a table of widths on paper and in tests. */
export type Measure = (text: string, font: FontId) => number;

/** Colour tokens of a kind. */
export function kindColour(kind: TimelineKind): Colour {
  return `--k-${kind}`;
}
export function kindTint(kind: TimelineKind): Colour {
  return `--k-${kind}-tint`;
}
export function kindText(kind: TimelineKind): Colour {
  return `--k-${kind}-text`;
}
