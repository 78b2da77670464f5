/**
 * Lists as Word and Outlook put them on the clipboard: paragraphs that name list and level in their style
 * (`mso-list:l0 level2 lfo1`) and carry the number or bullet as text of their own, marked to be ignored.
 */
import type { ListStyle } from '#model/document/format.ts';

/** One item as it was written. */
export interface WordItem {
  readonly node: Element;
  /** From 1. */
  readonly level: number;
  /** Its number or bullet as it stood there; empty for a picture. */
  readonly marker: string;
  /** Paragraphs after it that belong to it and have no marker of their own. */
  readonly more: readonly Element[];
}

const LISTED = /(?:^|;)\s*mso-list\s*:\s*l\d+\s+level(\d+)/;
const MARKER = /(?:^|;)\s*mso-list\s*:\s*ignore/;

const styleOf = (node: Element) => (node.getAttribute('style') ?? '').toLowerCase();

/** True for what is drawn before the words of an item: its number or bullet. */
export function isMarker(style: string): boolean {
  return MARKER.test(style);
}

/** The number or bullet of a paragraph of a list, without the room after it. */
export function markerOf(node: Element): string {
  const spans = [...node.querySelectorAll('[style]')].filter((one) => isMarker(styleOf(one)));
  return spans
    .map((one) => one.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function itemOf(node: Node): WordItem | null {
  if (!(node instanceof Element) || !/^(?:p|div)$/.test(node.localName)) return null;
  const level = LISTED.exec(styleOf(node))?.[1];
  return level === undefined ? null : { node, level: Number(level), marker: markerOf(node), more: [] };
}

/** A paragraph of an item that has no marker of its own. */
function isMore(node: Node): node is Element {
  return node instanceof Element && node.localName === 'p' && /^msolistparagraph/i.test(node.className);
}

/**
 * The items from `first` on that stand one after the other, and the last node they take; null where it is none.
 * @param isSeen false for what a reader of the source never saw, which is no item either
 */
export function runFrom(
  first: Node,
  isSeen: (node: Element) => boolean,
): { readonly items: readonly WordItem[]; readonly last: Node } | null {
  if (!itemOf(first)) return null;
  const items: WordItem[] = [];
  let last = first;
  for (let node: Node | null = first; node; node = node.nextSibling) {
    // Comments, white space and what is hidden between two paragraphs are nothing that anybody saw.
    if (node instanceof Element ? !isSeen(node) : !node.nodeValue?.trim() || node.nodeType === Node.COMMENT_NODE)
      continue;
    const item = itemOf(node);
    const before = items.at(-1);
    if (item) items.push(item);
    else if (before && isMore(node)) items[items.length - 1] = { ...before, more: [...before.more, node] };
    else break;
    last = node;
  }
  return { items, last };
}

/** Items of one level that stand in one list, each with the lists under it. */
export interface WordList {
  readonly style: ListStyle;
  readonly content: readonly (WordItem | WordList)[];
}

/**
 * The lists of a run by level, and what is left of it: from where our own list would show another number than the source
 * did (it was copied from its third item on, or a second list counts anew: two that follow each other are one here), or
 * all of it where the words of a marker («Punkt 1:») would be lost. What is left keeps its markers as text.
 */
export function listsOf(items: readonly WordItem[]): {
  readonly lists: readonly WordList[];
  readonly left: readonly WordItem[];
} {
  let at = 0;
  let isLost = false;

  function listAt(level: number, isTop: boolean): WordList {
    const style = styleOfMarker(items[at]?.marker ?? '');
    const content: (WordItem | WordList)[] = [];
    let count = 0;
    for (let item = items[at]; item && item.level >= level && !isLost; item = items[at]) {
      if (item.level > level) {
        content.push(listAt(item.level, false));
        continue;
      }
      if (styleOfMarker(item.marker) !== style) break;
      const isTold = style === 'number' ? numbersOf(item.marker).includes(count + 1) : isBullet(item.marker);
      if (!isTold && isTop && count > 0) break;
      isLost ||= !isTold;
      count += 1;
      content.push(item);
      at += 1;
    }
    return { style, content };
  }

  const lists: WordList[] = [];
  for (let item = items[at]; item && !isLost; item = items[at]) {
    if (lists.at(-1)?.style === 'number' && styleOfMarker(item.marker) === 'number') break;
    lists.push(listAt(item.level, true));
  }
  return isLost ? { lists: [], left: items } : { lists, left: items.slice(at) };
}

const styleOfMarker = (marker: string): ListStyle => (numbersOf(marker).length > 0 ? 'number' : 'bullet');

/** A sign; one letter without a stop is a sign too, of a font whose letters are drawn as boxes and arrows. */
function isBullet(marker: string): boolean {
  return marker.length <= 1 || !/[\p{L}\p{N}]/u.test(marker);
}

/** What stands before a paragraph that is in no list: its number as it was, or one sign for all signs. */
export function markerText(marker: string): string {
  return numbersOf(marker).length > 0 || marker.length > 1 ? marker : '•';
}

/** Which places in its list a number, letter or Roman number can stand for; none where it is no number. */
function numbersOf(marker: string): number[] {
  const [, digits, letters] = /^\(?(?:\d+\.)*(?:(\d{1,4})[.):]?|([a-z]{1,7})[.):])\)?$/i.exec(marker) ?? [];
  if (digits !== undefined) return [Number(digits)];
  if (letters === undefined) return [];
  const small = letters.toLowerCase();
  const places = /^[ivxlc]+$/.test(small) ? [romanOf(small)] : [];
  // After z come aa and bb.
  if (/^(.)\1*$/.test(small)) places.push(small.charCodeAt(0) - 96 + 26 * (small.length - 1));
  return places;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(letters: string): number {
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
