import { ICON_HEAVY, ICON_LINES, ICON_SOLIDS } from '#resources/icons/paths.ts';
import type { TimelineKind } from './types.ts';

/** A stroke or a filled part of an icon on its 20 x 20 grid; `lineWidth` 0 fills. */
export interface IconPart {
  readonly d: string;
  readonly lineWidth: number;
}

/** Parts of a kind's icon, from the one sheet of icons. */
export function kindIcon(kind: TimelineKind): readonly IconPart[] {
  const name = `k-${kind}` as const;
  const parts: IconPart[] = [{ d: ICON_LINES[name], lineWidth: 1.5 }];
  const heavy = ICON_HEAVY[name];
  const solid = ICON_SOLIDS[name];
  if (heavy) parts.push({ d: heavy, lineWidth: 2.2 });
  if (solid) parts.push({ d: solid, lineWidth: 0 });
  return parts;
}

/** Arrow of a heading that is open; turned for one that is folded. */
export const chevronDown: readonly IconPart[] = [{ d: ICON_LINES['chev-d'], lineWidth: 1.5 }];

/** Sign before a line of a verdict. */
export function signIcon(sign: 'ok' | 'warn'): readonly IconPart[] {
  const name = sign === 'ok' ? 'check' : 'warn';
  const solid = ICON_SOLIDS[name];
  return [{ d: ICON_LINES[name], lineWidth: 1.5 }, ...(solid ? [{ d: solid, lineWidth: 0 }] : [])];
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon as an element; assistive technology passes over it. */
export function svgIcon(parts: readonly IconPart[]): SVGSVGElement {
  const image = document.createElementNS(SVG, 'svg');
  image.setAttribute('viewBox', '0 0 20 20');
  image.setAttribute('aria-hidden', 'true');
  image.setAttribute('class', 'timeline-icon');
  for (const { d, lineWidth } of parts) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    if (lineWidth === 0) path.setAttribute('class', 'timeline-icon-solid');
    else path.setAttribute('stroke-width', String(lineWidth));
    image.append(path);
  }
  return image;
}
