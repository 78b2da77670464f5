import type {
  FontId,
  PathPrimitive,
  PatternPrimitive,
  Primitive,
  RectPrimitive,
  TextPrimitive,
} from './display-list.ts';
import { kindIcon } from './icons.ts';
import { KIND_PATTERNS, patternPeriod } from './patterns.ts';
import type { Theme } from './theme.ts';
import { TIMELINE_KINDS, type TimelineKind } from './types.ts';

/** Paints display lists on one canvas. */
export interface CanvasPainter {
  /** Sets the size in CSS px; the bitmap has as many pixels as the screen. Returns whether anything changed. */
  resize(width: number, height: number, pixelRatio: number): boolean;
  /** Makes the fill patterns before they are asked for: the first picture then does not wait for them. */
  warm(theme: Theme): void;
  /** Clears and paints the lists, first to last. */
  paint(lists: readonly (readonly Primitive[])[], theme: Theme): void;
}

const paths = new Map<string, Path2D>();
const NO_DASH: number[] = [];

/**
 * Painter for a canvas element.
 * @param isOpaque what is painted covers all of it: the page behind it need not be mixed in
 */
export function createCanvasPainter(canvas: HTMLCanvasElement, isOpaque = false): CanvasPainter {
  const context = canvas.getContext('2d', { alpha: !isOpaque });
  let ratio = 1;
  let patterns = new Map<TimelineKind, CanvasPattern | null>();
  let patternTheme: Theme | null = null;

  return {
    resize(width, height, pixelRatio) {
      const pixelW = Math.max(1, Math.round(width * pixelRatio));
      const pixelH = Math.max(1, Math.round(height * pixelRatio));
      if (canvas.width === pixelW && canvas.height === pixelH && ratio === pixelRatio) return false;
      canvas.width = pixelW;
      canvas.height = pixelH;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      ratio = pixelRatio;
      patterns = new Map();
      return true;
    },
    warm(theme) {
      if (!context) return;
      patterns = new Map();
      patternTheme = theme;
      for (const kind of TIMELINE_KINDS) patterns.set(kind, createTile({ context, theme, ratio }, kind));
    },
    paint(lists, theme) {
      if (!context) return;
      if (patternTheme !== theme) {
        patterns = new Map();
        patternTheme = theme;
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const pen: Pen = { context, theme, ratio, patterns, dash: NO_DASH, font: null };
      for (const list of lists) for (const primitive of list) paintOne(pen, primitive);
      setDash(pen, undefined);
    },
  };
}

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly ratio: number;
  readonly patterns: Map<TimelineKind, CanvasPattern | null>;
  dash: readonly number[];
  font: FontId | null;
}

function paintOne(pen: Pen, primitive: Primitive): void {
  const { context, theme } = pen;
  switch (primitive.type) {
    case 'rect':
      paintRect(pen, primitive);
      return;
    case 'line': {
      if (!primitive.stroke) return;
      setDash(pen, primitive.dash);
      context.strokeStyle = theme.colour(primitive.stroke);
      context.lineWidth = primitive.lineWidth ?? 1;
      context.beginPath();
      context.moveTo(primitive.x1, primitive.y1);
      context.lineTo(primitive.x2, primitive.y2);
      context.stroke();
      return;
    }
    case 'text':
      paintText(pen, primitive);
      return;
    case 'path':
      paintPath(pen, primitive);
      return;
    case 'pattern':
      paintPattern(pen, primitive);
      return;
    case 'icon': {
      const { x, y, sizePx, stroke } = primitive;
      for (const { d, lineWidth } of kindIcon(primitive.kind)) {
        const ink = lineWidth === 0 ? { fill: stroke } : { stroke, lineWidth };
        paintPath(pen, { type: 'path', x, y, scale: sizePx / 20, d, ...ink });
      }
    }
  }
}

function setDash(pen: Pen, dash: readonly number[] | undefined): void {
  const wanted = dash ?? NO_DASH;
  if (pen.dash === wanted) return;
  pen.context.setLineDash(wanted as number[]);
  pen.dash = wanted;
}

function paintRect(pen: Pen, { x, y, w, h, r, fill, stroke, lineWidth, dash, opacity }: RectPrimitive): void {
  const { context, theme } = pen;
  if (opacity !== undefined) context.globalAlpha = opacity;
  const isPlain = !r;
  if (!isPlain) {
    context.beginPath();
    context.roundRect(x, y, w, h, r);
  }
  if (fill) {
    context.fillStyle = theme.colour(fill);
    if (isPlain) context.fillRect(x, y, w, h);
    else context.fill();
  }
  if (stroke) {
    setDash(pen, dash);
    context.strokeStyle = theme.colour(stroke);
    context.lineWidth = lineWidth ?? 1;
    if (isPlain) context.strokeRect(x, y, w, h);
    else context.stroke();
  }
  if (opacity !== undefined) context.globalAlpha = 1;
}

function paintText(pen: Pen, { x, y, text, font, fill, align, halo }: TextPrimitive): void {
  const { context, theme } = pen;
  // Asking the canvas for its font costs more than drawing with it.
  if (pen.font !== font) {
    context.font = theme.font(font);
    pen.font = font;
  }
  context.textAlign = align === 'middle' ? 'center' : align === 'end' ? 'right' : 'left';
  if (halo) {
    setDash(pen, undefined);
    context.strokeStyle = theme.colour(halo);
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
  }
  context.fillStyle = theme.colour(fill);
  context.fillText(text, x, y);
}

function pathOf(d: string): Path2D {
  let path = paths.get(d);
  if (!path) {
    path = new Path2D(d);
    paths.set(d, path);
  }
  return path;
}

function paintPath(pen: Pen, { d, x, y, scale, fill, stroke, lineWidth, dash, opacity }: PathPrimitive): void {
  const { context, theme, ratio } = pen;
  const size = ratio * (scale ?? 1);
  context.setTransform(size, 0, 0, size, x * ratio, y * ratio);
  if (opacity !== undefined) context.globalAlpha = opacity;
  const path = pathOf(d);
  if (fill) {
    context.fillStyle = theme.colour(fill);
    context.fill(path);
  }
  if (stroke) {
    setDash(pen, dash);
    context.strokeStyle = theme.colour(stroke);
    context.lineWidth = lineWidth ?? 1;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(path);
    context.lineCap = 'butt';
  }
  if (opacity !== undefined) context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function paintPattern(pen: Pen, { kind, x, y, w, h, r, originX, opacity }: PatternPrimitive): void {
  const { context, ratio } = pen;
  let pattern = pen.patterns.get(kind);
  if (pattern === undefined) {
    pattern = createTile(pen, kind);
    pen.patterns.set(kind, pattern);
  }
  if (!pattern) return;
  // Hung up at the bar's own start, so that the pattern moves with the bar and does not swim in it.
  const period = patternPeriod(kind);
  const into = (((x - originX) % period) + period) % period;
  context.setTransform(ratio, 0, 0, ratio, (x - into) * ratio, y * ratio);
  context.globalAlpha = opacity;
  context.fillStyle = pattern;
  if (r > 0) {
    context.beginPath();
    context.roundRect(into, 0, w, h, r);
    context.fill();
  } else {
    context.fillRect(into, 0, w, h);
  }
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function createTile(
  { context, theme, ratio }: Pick<Pen, 'context' | 'theme' | 'ratio'>,
  kind: TimelineKind,
): CanvasPattern | null {
  const { w, h, d, lineWidth, rotateDeg } = KIND_PATTERNS[kind];
  const canvas = document.createElement('canvas');
  // Whole pixels, or the seams between tiles show at ratios such as 1.25.
  canvas.width = Math.max(1, Math.round(w * ratio));
  canvas.height = Math.max(1, Math.round(h * ratio));
  const tile = canvas.getContext('2d');
  if (!tile) return null;
  tile.scale(canvas.width / w, canvas.height / h);
  const colour = theme.colour(`--k-${kind}`);
  if (lineWidth === 0) {
    tile.fillStyle = colour;
    tile.fill(pathOf(d));
  } else {
    tile.strokeStyle = colour;
    tile.lineWidth = lineWidth;
    tile.stroke(pathOf(d));
  }
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().rotate(rotateDeg).scale(w / canvas.width, h / canvas.height));
  return pattern;
}
