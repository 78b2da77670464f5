import { firstEndingAfter, type Placed, type Row } from './prepare.ts';
import { SIZE } from './sizes.ts';
import type { TimeSpan } from './types.ts';

/**
 * What is drawn for one item, or for several that lie too near to be told apart at this zoom.
 * `glyph` is a point, `block` a breach, `whisker` an uncertain time wide enough to be drawn as an interval.
 */
type MarkForm = 'bar' | 'coverage' | 'clock' | 'glyph' | 'block' | 'whisker';

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
/** Where a month or more is in view, neighbours of one night are one bar with their number. */
const FAR_DAY_PX = 32;
const FAR_TOUCHING_PX = 9;
/** An uncertain interval narrower than this is drawn as a pale point: the glyph is wider than the doubt. */
const WHISKER_PX = 9;

const DAY = 86_400_000;

/** For each row the index of the first member of each mark, at the zoom asked for last. */
const remembered = new WeakMap<Row, { readonly msPerPx: number; readonly firsts: Uint32Array }>();

/**
 * Marks of a row that touch `[fromAt, toAt]` at a zoom, in time order. What belongs together is decided over the whole
 * row and kept until the zoom changes, so that panning neither regroups anything nor looks outside the window.
 */
export function marksBetween(row: Row, msPerPx: number, fromAt: number, toAt: number): Mark[] {
  let known = remembered.get(row);
  if (known?.msPerPx !== msPerPx) {
    known = { msPerPx, firsts: group(row.placed, msPerPx) };
    remembered.set(row, known);
  }
  const { firsts } = known;
  const { placed } = row;
  const marks: Mark[] = [];
  for (let i = markOf(firsts, firstEndingAfter(placed, fromAt - 1)); i < firsts.length; i++) {
    const mark = markFrom(placed.slice(firsts[i], firsts[i + 1]), msPerPx);
    if (mark.fromAt > toAt) break;
    if (mark.toAt >= fromAt) marks.push(mark);
  }
  return marks;
}

function markFrom(members: readonly Placed[], msPerPx: number): Mark {
  const [first] = members;
  if (!first) throw new RangeError('EMPTY_MARK');
  const form = formOf(first, msPerPx);
  let toAt = endOf(first, form);
  for (const member of members) toAt = Math.max(toAt, endOf(member, form));
  return { form, fromAt: startOf(first, form), toAt, members };
}

/** Index of the mark that holds the item at `index`. */
function markOf(firsts: Uint32Array, index: number): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A mark while its members are counted: no list yet, for rows hold many thousands. */
interface OpenMark {
  form: MarkForm;
  fromAt: number;
  toAt: number;
  last: Placed;
}

function group(placed: readonly Placed[], msPerPx: number): Uint32Array {
  const firsts = new Uint32Array(placed.length);
  let count = 0;
  let current: OpenMark | undefined;
  for (let i = 0; i < placed.length; i++) {
    const thing = placed[i];
    if (!thing) continue;
    const form = formOf(thing, msPerPx);
    if (current?.form === form && joins(current, thing, msPerPx)) {
      current.toAt = Math.max(current.toAt, endOf(thing, form));
      current.last = thing;
      continue;
    }
    current ??= { form, fromAt: 0, toAt: 0, last: thing };
    current.form = form;
    current.fromAt = startOf(thing, form);
    current.toAt = endOf(thing, form);
    current.last = thing;
    firsts[count++] = i;
  }
  return firsts.slice(0, count);
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
  const { last } = mark;
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
        isBeside(mark, thing, msPerPx)
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

/** Touching; where a month is in view also near, as long as all of it is one day or night. */
function isBeside({ fromAt, last }: OpenMark, thing: Placed, msPerPx: number): boolean {
  const apart = thing.fromAt - Math.max(last.toAt, last.fromAt + SIZE.minBar * msPerPx);
  if (apart < TOUCHING_PX * msPerPx) return true;
  return DAY / msPerPx < FAR_DAY_PX && apart < FAR_TOUCHING_PX * msPerPx && thing.toAt - fromAt <= DAY;
}

function sameLook(a: Placed, b: Placed): boolean {
  return a.item.kind === b.item.kind && a.item.state === b.item.state && a.item.conflict === b.item.conflict;
}

function isNarrow(thing: Placed, px: number, msPerPx: number): boolean {
  return thing.toAt - thing.fromAt < px * msPerPx;
}
