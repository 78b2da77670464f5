import {
  type Colour,
  FONTS,
  type LinePrimitive,
  type PathPrimitive,
  type Primitive,
  type RectPrimitive,
  type TextPrimitive,
} from './display-list.ts';
import { kindIcon } from './icons.ts';
import { KIND_PATTERNS, patternPeriod } from './patterns.ts';
import type { TimelineKind } from './types.ts';

/** How an SVG is to look. */
export interface SvgStyle {
  /** Plain colour of a token; paper is always light. */
  readonly colour: (token: Colour) => string;
  readonly fontFamily: string;
  /** Starts the ids of this drawing, so that several can lie on one page. */
  readonly idPrefix: string;
}

/** A part of a drawing: lists, moved to a place and cut to a size, px. */
export interface SvgPart {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly lists: readonly (readonly Primitive[])[];
}

/**
 * Display lists as one SVG document without scripts, styles or references outside.
 * @param title accessible name of the drawing
 */
export function paintSvg(
  parts: readonly SvgPart[],
  size: { readonly width: number; readonly height: number },
  title: string,
  style: SvgStyle,
): string {
  const used = new Set<TimelineKind>();
  const body: string[] = [];
  const clips: string[] = [];
  for (const [i, { x, y, w, h, lists }] of parts.entries()) {
    const clip = `${style.idPrefix}-clip-${i}`;
    clips.push(`<clipPath id="${clip}"><rect width="${n(w)}" height="${n(h)}"/></clipPath>`);
    body.push(`<g transform="translate(${n(x)} ${n(y)})" clip-path="url(#${clip})">`);
    for (const list of lists) for (const primitive of list) body.push(svgOf(primitive, style, used));
    body.push('</g>');
  }
  const patterns = [...used].map((kind) => patternOf(kind, style)).join('');
  const box = `width="${n(size.width)}" height="${n(size.height)}" viewBox="0 0 ${n(size.width)} ${n(size.height)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" font-family="${escapeXml(style.fontFamily)}">` +
    `<title>${escapeXml(title)}</title><defs>${clips.join('')}${patterns}</defs>${body.join('')}</svg>`
  );
}

/** Text for XML: markup escaped; characters that no XML document may hold are dropped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

type Inked = RectPrimitive | LinePrimitive | PathPrimitive;

function ink({ fill, stroke, lineWidth, dash, opacity }: Inked, style: SvgStyle): string {
  let text = ` fill="${fill ? style.colour(fill) : 'none'}"`;
  if (stroke) text += ` stroke="${style.colour(stroke)}" stroke-width="${n(lineWidth ?? 1)}"`;
  if (stroke && dash) text += ` stroke-dasharray="${dash.map(n).join(' ')}"`;
  if (opacity !== undefined) text += ` opacity="${n(opacity)}"`;
  return text;
}

function svgOf(primitive: Primitive, style: SvgStyle, used: Set<TimelineKind>): string {
  switch (primitive.type) {
    case 'rect': {
      const { x, y, w, h, r } = primitive;
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"${r ? ` rx="${n(r)}"` : ''}${ink(primitive, style)}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2 } = primitive;
      return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}"${ink(primitive, style)}/>`;
    }
    case 'path': {
      const { x, y, d, scale } = primitive;
      const move = `translate(${n(x)} ${n(y)})${scale ? ` scale(${n(scale)})` : ''}`;
      return `<path d="${d}" transform="${move}"${ink(primitive, style)} stroke-linecap="round" stroke-linejoin="round"/>`;
    }
    case 'text':
      return textOf(primitive, style);
    case 'pattern': {
      used.add(primitive.kind);
      const { kind, x, y, w, h, r, originX, opacity } = primitive;
      const period = patternPeriod(kind);
      const into = (((x - originX) % period) + period) % period;
      const frame = `x="${n(into)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" rx="${n(r)}"`;
      return `<rect transform="translate(${n(x - into)} ${n(y)})" ${frame} fill="url(#${style.idPrefix}-${kind})" opacity="${n(opacity)}"/>`;
    }
    case 'icon': {
      const colour = style.colour(primitive.stroke);
      const parts = kindIcon(primitive.kind).map(({ d, lineWidth }) => {
        const ink = lineWidth === 0 ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${lineWidth}"`;
        return `<path d="${d}" ${ink}/>`;
      });
      const move = `translate(${n(primitive.x)} ${n(primitive.y)}) scale(${n(primitive.sizePx / 20)})`;
      return `<g transform="${move}" stroke-linecap="round" stroke-linejoin="round">${parts.join('')}</g>`;
    }
  }
}

function textOf(primitive: TextPrimitive, style: SvgStyle): string {
  const { x, y, text, font, fill, align, halo } = primitive;
  const { sizePx, weight } = FONTS[font];
  const anchor = align && align !== 'start' ? ` text-anchor="${align}"` : '';
  const rim = halo
    ? ` paint-order="stroke" stroke="${style.colour(halo)}" stroke-width="3" stroke-linejoin="round"`
    : '';
  const look = `font-size="${sizePx}" font-weight="${weight}" fill="${style.colour(fill)}"`;
  return `<text x="${n(x)}" y="${n(y)}" ${look}${anchor}${rim}>${escapeXml(text)}</text>`;
}

function patternOf(kind: TimelineKind, style: SvgStyle): string {
  const { w, h, d, lineWidth, rotateDeg } = KIND_PATTERNS[kind];
  const colour = style.colour(`--k-${kind}`);
  const look = lineWidth === 0 ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${n(lineWidth)}"`;
  const turn = rotateDeg === 0 ? '' : ` patternTransform="rotate(${rotateDeg})"`;
  return `<pattern id="${style.idPrefix}-${kind}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"${turn}><path d="${d}" ${look}/></pattern>`;
}
