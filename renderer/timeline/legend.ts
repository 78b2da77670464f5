import { continuation } from './continuation.ts';
import { kindColour, kindTint, type Measure, type Primitive } from './display-list.ts';
import { paintSvg, type SvgStyle } from './paint-svg.ts';
import { TIMELINE_KINDS, type TimelineKind } from './types.ts';

type Sign =
  | 'covered'
  | 'thin'
  | 'gap'
  | 'unconfirmed'
  | 'planned'
  | 'uncertain'
  | 'conflict'
  | 'continues'
  | 'night'
  | 'weekend';

/** A sample and its words. */
export interface LegendEntry {
  readonly sample: Sign | TimelineKind;
  readonly label: string;
}

const ROW = 20;
const SAMPLE = { w: 24, h: 12 } as const;
const GAP = 16;

/** What the shapes mean, as many in a line as there is room for, as one SVG. */
export function legendSvg(
  entries: readonly LegendEntry[],
  options: { readonly widthPx: number; readonly measure: Measure; readonly title: string; readonly style: SvgStyle },
): string {
  const { widthPx, measure, title, style } = options;
  const list: Primitive[] = [];
  let x = 0;
  let y = 0;
  for (const { sample, label } of entries) {
    const w = SAMPLE.w + 6 + measure(label, 'small');
    if (x > 0 && x + w > widthPx) {
      x = 0;
      y += ROW;
    }
    drawSample(list, sample, x + 0.5, y + 4.5);
    list.push({ type: 'text', x: x + SAMPLE.w + 6, y: y + 14, text: label, font: 'small', fill: '--text' });
    x += w + GAP;
  }
  const height = y + ROW;
  const parts = [{ x: 0, y: 0, w: widthPx, h: height, lists: [list] }];
  return paintSvg(parts, { width: widthPx, height }, title, style);
}

function isKind(sample: LegendEntry['sample']): sample is TimelineKind {
  return (TIMELINE_KINDS as readonly string[]).includes(sample);
}

function drawSample(list: Primitive[], sample: LegendEntry['sample'], x: number, y: number): void {
  const frame = { x, y, w: SAMPLE.w - 1, h: SAMPLE.h - 1 };
  if (isKind(sample)) {
    list.push({ type: 'rect', ...frame, r: 2, fill: kindTint(sample) });
    list.push({ type: 'pattern', kind: sample, ...frame, r: 2, originX: x, opacity: sample === 'breach' ? 1 : 0.4 });
    list.push({ type: 'rect', ...frame, r: 2, stroke: kindColour(sample) });
    return;
  }
  const middleY = y + frame.h / 2;
  switch (sample) {
    case 'covered':
      list.push({ type: 'rect', ...frame, fill: '--cov-full' });
      return;
    case 'thin':
      list.push({ type: 'rect', ...frame, fill: '--cov-thin-bg', stroke: '--cov-full' });
      list.push({ type: 'rect', ...frame, y: y + 6, h: frame.h - 6, fill: '--cov-thin' });
      return;
    case 'gap':
      list.push({ type: 'rect', ...frame, r: 2, fill: '--u-bg' });
      return;
    case 'unconfirmed':
      list.push({ type: 'rect', ...frame, stroke: '--cov-full', dash: [3, 2] });
      return;
    case 'planned':
      list.push({ type: 'line', x1: x, x2: x + frame.w, y1: middleY, y2: middleY, stroke: '--cov-full', lineWidth: 2 });
      return;
    case 'uncertain': {
      const stroke = '--k-threat';
      list.push({ type: 'line', x1: x, x2: x + frame.w, y1: middleY, y2: middleY, stroke, dash: [2, 2] });
      list.push({ type: 'rect', x: x + 6, y: y + 1, w: frame.w - 12, h: frame.h - 2, fill: stroke, opacity: 0.4 });
      return;
    }
    case 'conflict': {
      const place = { x: x + frame.w / 2, y: middleY };
      list.push({
        type: 'path',
        d: 'M0-5l5.5 9.5h-11z',
        ...place,
        fill: '--surface',
        stroke: '--u-line',
        lineWidth: 1.5,
      });
      return;
    }
    case 'continues':
      list.push({ type: 'rect', ...frame, fill: '--cov-full' });
      list.push(...continuation(Math.round(x), Math.round(middleY), 'before'));
      list.push(...continuation(Math.round(x + frame.w), Math.round(middleY), 'after'));
      return;
    default: {
      const fill = sample === 'night' ? '--tl-night' : '--tl-weekend';
      list.push({ type: 'rect', ...frame, fill, stroke: '--line-2' });
    }
  }
}
