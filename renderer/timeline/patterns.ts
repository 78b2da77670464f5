import type { TimelineKind } from './types.ts';

/** One tile of a fill pattern in the kind's mark colour, px. Both painters draw from this table. */
export interface PatternTile {
  readonly w: number;
  readonly h: number;
  readonly d: string;
  /** Line width; 0 fills the path instead. */
  readonly lineWidth: number;
  readonly rotateDeg: number;
}

const tile = (w: number, h: number, lineWidth: number, d: string, rotateDeg = 0): PatternTile => {
  return { w, h, d, lineWidth, rotateDeg };
};

export const KIND_PATTERNS: Readonly<Record<TimelineKind, PatternTile>> = {
  need: tile(6, 6, 0.8, 'M3 1v4M1 3h4'),
  shield: tile(6, 6, 0, 'M.6 1.5a.9 .9 0 1 0 1.8 0a.9 .9 0 1 0-1.8 0M3.6 4.5a.9 .9 0 1 0 1.8 0a.9 .9 0 1 0-1.8 0'),
  guard: tile(8, 4, 1, 'M0 2h8'),
  patrol: tile(4, 8, 1.2, 'M2 0v8'),
  transport: tile(7, 8, 1.3, 'M1 0l4 4-4 4'),
  threat: tile(6, 6, 0.9, 'M1 1l4 4M5 1L1 5'),
  breach: tile(6, 6, 0, 'M0 0h3v6h-3z', 45),
  order: tile(9, 9, 1, 'M.5 0v9', -45),
  assess: tile(6, 6, 0.7, 'M0 3h6M3 0v6'),
  referral: tile(10, 6, 1, 'M0 4q2.5-4 5 0t5 0'),
  court: tile(7, 8, 1, 'M1.5 0v8M4 0v8'),
  note: tile(8, 8, 1, 'M0 4h4'),
};

/** Length along the x axis after which a pattern repeats, px. */
export function patternPeriod(kind: TimelineKind): number {
  const { w, rotateDeg } = KIND_PATTERNS[kind];
  return rotateDeg === 0 ? w : w * Math.SQRT2;
}
