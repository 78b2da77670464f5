/** Sizes of the timeline, px. */
export const SIZE = {
  overview: 44,
  axis: 40,
  labelColumn: 176,
  group: 19,
  lane: 24,
  needLane: 28,
  bar: 18,
  strip: 14,
  gap: 18,
  edge: 3,
  radius: 3,
  /** Bars narrower than this are drawn as a plain tick without edge and label. */
  smallBar: 12,
  /** Least drawn width of a bar and of a gap: neither may vanish. */
  minBar: 4,
  minGap: 6,
  /** Half a diamond, a disc's radius. */
  glyph: 6,
  disc: 8,
  breach: 10,
} as const;
