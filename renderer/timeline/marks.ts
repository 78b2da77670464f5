import type { Placed, Row } from './prepare.ts';
import { SIZE } from './sizes.ts';
import type { TimeSpan } from './types.ts';

/**
 * What is drawn for one item, or for several that lie too near to be told apart at this zoom.
 * `glyph` is a point, `block` a breach, `whisker` an uncertain time wide enough to be drawn as an interval.
 */
export type MarkForm = 'bar' | 'coverage' | 'clock' | 'glyph' | 'block' | 'whisker';

export interface Mark extends TimeSpan {
  readonly form: MarkForm;
  /** In time order; more than one is drawn with its count. */
  readonly members: readonly Placed[];
}

/** Points nearer than this become one disc, px: a disc and two free pixels. */
const NEAR_PX = 2 * SIZE.disc + 2;
const TOUCHING_DISC_PX = SIZE.disc + SIZE.glyph + 1;
/** Bars narrower than this run together with a neighbour of their kind nearer than the next figure, px. */
const NARROW_PX = 5;
const TOUCHING_PX = 2;
/** An uncertain interval narrower than this is drawn as a pale point: the glyph is wider than the doubt. */
const WHISKER_PX = 9;

const remembered = new WeakMap<Row, { msPerPx: number; marks: readonly Mark[] }>();

/**
 * Marks of a row at a zoom, in time order. Made over the whole row and kept until the zoom changes, so that panning
 * neither regroups anything nor looks at items outside the window.
 */
export function marksOfRow(row: Row, msPerPx: number): readonly Mark[] {
  const known = remembered.get(row);
  if (known?.msPerPx === msPerPx) return known.marks;
  const marks = buildMarks(row.placed, msPerPx);
  remembered.set(row, { msPerPx, marks });
  return marks;
}

interface OpenMark {
  form: MarkForm;
  fromAt: number;
  toAt: number;
  members: Placed[];
}

function buildMarks(placed: readonly Placed[], msPerPx: number): Mark[] {
  const marks: OpenMark[] = [];
  let current: OpenMark | undefined;
  for (const thing of placed) {
    const form = formOf(thing, msPerPx);
    if (current && current.form === form && joins(current, thing, msPerPx)) {
      current.members.push(thing);
      current.toAt = Math.max(current.toAt, endOf(thing, form));
      continue;
    }
    current = { form, fromAt: startOf(thing, form), toAt: endOf(thing, form), members: [thing] };
    marks.push(current);
  }
  return marks;
}

function formOf(thing: Placed, msPerPx: number): MarkForm {
  const { item } = thing;
  if (item.coverage) return 'coverage';
  if (item.shape === 'clock') return 'clock';
  const wide = thing.toAt - thing.fromAt >= WHISKER_PX * msPerPx;
  if (thing.isUncertain && wide) return 'whisker';
  if (item.kind === 'breach') return wide && item.shape === 'bar' ? 'bar' : 'block';
  return item.shape === 'bar' ? 'bar' : 'glyph';
}

/** A glyph stands in the middle of what is known; everything else keeps its extent. */
function startOf(thing: Placed, form: MarkForm): number {
  return form === 'glyph' ? (thing.fromAt + thing.toAt) / 2 : thing.fromAt;
}
function endOf(thing: Placed, form: MarkForm): number {
  return form === 'glyph' ? (thing.fromAt + thing.toAt) / 2 : thing.toAt;
}

function joins(mark: OpenMark, thing: Placed, msPerPx: number): boolean {
  const last = mark.members[mark.members.length - 1];
  if (!last) return false;
  switch (mark.form) {
    case 'glyph':
    case 'block':
      return isNear(startOf(thing, mark.form), mark, msPerPx);
    case 'whisker':
      return thing.fromAt === last.fromAt && thing.toAt === last.toAt;
    case 'bar':
      return (
        sameLook(last, thing) &&
        isNarrow(last, NARROW_PX, msPerPx) &&
        isNarrow(thing, NARROW_PX, msPerPx) &&
        thing.fromAt - Math.max(last.toAt, last.fromAt + SIZE.minBar * msPerPx) < TOUCHING_PX * msPerPx
      );
    case 'coverage':
      return (
        last.item.coverage === thing.item.coverage &&
        isNarrow(last, SIZE.minBar, msPerPx) &&
        isNarrow(thing, SIZE.minBar, msPerPx) &&
        thing.fromAt - last.toAt < msPerPx
      );
    case 'clock':
      return false;
  }
}

/**
 * Near is what would touch the disc. The disc stands in the middle of its members, so a long chain of near points
 * becomes several discs and not one.
 */
function isNear(at: number, mark: OpenMark, msPerPx: number): boolean {
  return at - mark.fromAt < NEAR_PX * msPerPx || at - (mark.fromAt + mark.toAt) / 2 < TOUCHING_DISC_PX * msPerPx;
}

function sameLook(a: Placed, b: Placed): boolean {
  return a.item.kind === b.item.kind && a.item.state === b.item.state;
}

function isNarrow(thing: Placed, px: number, msPerPx: number): boolean {
  return thing.toAt - thing.fromAt < px * msPerPx;
}
