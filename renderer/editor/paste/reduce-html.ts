import { cleanText } from '#model/clean-text.ts';
import type { Block, Inline, Mark } from '#model/document/format.ts';
import { createBlockBuilder } from './block-builder.ts';
import { isMarker, listsOf, markerOf, markerText, runFrom, type WordItem, type WordList } from './word-list.ts';

/** Elements whose content is not text of the page: code, media, forms, and all of SVG and MathML. */
const DROPPED = new Set(
  (
    'script style template noscript iframe frame frameset object embed applet svg math img picture video audio canvas map ' +
    'head title meta link base input select textarea option datalist dialog rp'
  ).split(' '),
);

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
);

const MARKS_OF: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
};

/** Pictures and players of a foreign page: said to be left out, never asked for. */
const PICTURES = new Set(['img', 'picture', 'svg', 'canvas']);
const PLAYERS = new Set(['iframe', 'object', 'embed', 'video', 'audio']);

/** How much of a foreign page was left out that a reader of it could see. */
export interface LeftOut {
  readonly pictures: number;
  /** Frames, players and other documents. */
  readonly other: number;
}

export const NOTHING_LEFT_OUT: LeftOut = { pictures: 0, other: 0 };

export interface Reduced {
  readonly blocks: readonly Block[];
  readonly leftOut: LeftOut;
}

interface Context {
  readonly marks: ReadonlySet<Mark>;
  /** White space and new lines count as written. */
  readonly isPre: boolean;
  /** In a cell, where a list of ours has no place: its items are lines. */
  readonly isCell: boolean;
}

/**
 * HTML from outside as blocks of ours: headings, lists, tables, quotes, paragraphs, bold, italic, strike. Everything else is reduced
 * to its visible words or left out. It is parsed in a document that runs nothing and loads nothing.
 */
export function reduceHtml(html: string): Reduced {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const builder = createBlockBuilder();
  const leftOut = { pictures: 0, other: 0 };
  walk(parsed.body, { marks: new Set(), isPre: false, isCell: false });
  return { blocks: builder.finish(), leftOut };

  function walk(parent: Node, place: Context): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const run = runFrom(node, isSeen);
      if (run) {
        wordLists(run.items, place);
        node = run.last as ChildNode;
      } else if (node.nodeType === Node.TEXT_NODE) text(node.nodeValue ?? '', place);
      else if (node instanceof Element) element(node, place);
    }
  }

  function wordLists(items: readonly WordItem[], place: Context): void {
    const { lists, left } = place.isCell ? { lists: [], left: items } : listsOf(items);
    for (const list of lists) wordList(list, place);
    for (const { node, marker, more } of left) {
      builder.inBlock(null, () => {
        text(`${markerText(marker)} `, place);
        inside(node, place);
      });
      for (const one of more) builder.inBlock(null, () => inside(one, place));
    }
  }

  function wordList({ style, content }: WordList, place: Context): void {
    builder.inList(style, () => {
      for (const one of content) {
        if (!('node' in one)) wordList(one, place);
        else {
          builder.inItem(() => {
            inside(one.node, place);
            for (const part of one.more) builder.inBlock(null, () => inside(part, place));
          });
        }
      }
    });
  }

  /** The words of a block that is put into one of ours. */
  function inside(node: Element, place: Context): void {
    walk(node, { ...place, marks: marksIn(node.localName, styleOf(node), place.marks) });
  }

  /** A list that does not begin with 1: ours would count anew, so its numbers are words. */
  function numbered(node: Element, start: number, place: Context): void {
    let number = start;
    for (const part of node.children) {
      if (part.localName !== 'li' || !isSeen(part)) element(part, place);
      else {
        builder.inBlock(null, () => {
          text(`${number}. `, place);
          inside(part, place);
        });
        number += 1;
      }
    }
  }

  function text(raw: string, place: Context): void {
    builder.text(cleanText(raw), [...place.marks], place.isPre);
  }

  function element(node: Element, place: Context): void {
    const name = node.localName;
    const style = styleOf(node);
    if (isHidden(node, style)) return;
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || DROPPED.has(name)) {
      if (PICTURES.has(name) && !isPoint(node)) leftOut.pictures += 1;
      else if (PLAYERS.has(name)) leftOut.other += 1;
      return;
    }
    if (name === 'br') {
      builder.lineBreak();
      return;
    }
    const isPre = place.isPre || name === 'pre';
    const inner: Context = { ...place, marks: marksIn(name, style, place.marks), isPre };
    if (!BLOCKS.has(name)) {
      // Cells of a row that is no row of ours stand beside each other.
      if ((name === 'td' || name === 'th') && node.previousElementSibling) builder.text('\t', [], true);
      walk(node, inner);
      return;
    }
    if (name === 'table' && builder.canTable() && isGrid(node)) table(node, inner);
    else block(node, name, inner);
  }

  function table(node: Element, place: Context): void {
    const rows = rowsOf(node);
    const header = [...(rows[0]?.children ?? [])].every((cell) => cell.localName === 'th');
    for (const part of node.children) if (part.localName === 'caption') block(part, 'caption', place);
    builder.inTable(header, () => {
      for (const row of rows) {
        builder.inRow(() => {
          for (const cell of row.children) {
            if (!isSeen(cell)) continue;
            builder.inCell(() => walk(cell, { ...place, isCell: true }));
          }
        });
      }
    });
  }

  function block(node: Element, name: string, place: Context): void {
    const heading = /^h([1-6])$/.exec(name);
    if (heading) {
      // A heading is bold already.
      const marks = new Set([...place.marks].filter((mark) => mark !== 'bold'));
      const number = markerOf(node);
      builder.inBlock({ type: 'heading', level: Math.min(Number(heading[1]), 3) as 1 | 2 | 3 }, () => {
        // What other paragraphs refer to it by.
        if (number) text(`${number} `, { ...place, marks });
        walk(node, { ...place, marks });
      });
    } else if (name === 'blockquote') builder.inBlock({ type: 'quote' }, () => walk(node, place));
    else if (name === 'ol' && startOf(node) !== 1) numbered(node, startOf(node), place);
    else if (name === 'ul' || name === 'ol' || name === 'menu') {
      builder.inList(name === 'ol' ? 'number' : 'bullet', () => walk(node, place));
    } else if (name === 'li') builder.inItem(() => walk(node, place), tickOf(node));
    else builder.inBlock(null, () => walk(node, place));
  }
}

const styleOf = (node: Element) => (node.getAttribute('style') ?? '').toLowerCase();
const isSeen = (node: Element) => !isHidden(node, styleOf(node));

/** The number with which a list begins. */
function startOf(list: Element): number {
  const start = list.getAttribute('start') ?? list.querySelector(':scope > li')?.getAttribute('value') ?? '1';
  return /^-?\d{1,6}$/.test(start) ? Number(start) : 1;
}

/** Rows of a table, wherever the source put them in it; not those of a table inside one of its cells. */
function rowsOf(node: Element): Element[] {
  return [...node.querySelectorAll('tr')].filter((row) => row.closest('table') === node);
}

/** A table of data: more than one column, no table inside it. One that only lays out a page is words, line by line. */
function isGrid(node: Element): boolean {
  return node.querySelector('table') === null && rowsOf(node).some((row) => row.children.length > 1);
}

/** Whether the box before the item's words is ticked; undefined when it has none. */
function tickOf(node: Element): boolean | undefined {
  const box = node.querySelector(':scope > input[type="checkbox"], :scope > label > input[type="checkbox"]');
  if (box) return box.hasAttribute('checked');
  const state = node.getAttribute('role') === 'checkbox' ? node.getAttribute('aria-checked') : null;
  return state === null ? undefined : state === 'true';
}

/** Content a reader of the source never saw is not taken over either. */
function isHidden(node: Element, style: string): boolean {
  return (
    node.hasAttribute('hidden') ||
    isMarker(style) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/.test(style) ||
    /(?:^|;)\s*font-size\s*:\s*0(?![.\d])/.test(style)
  );
}

/** A picture of one point counts who opens a page; nobody saw it. */
function isPoint(node: Element): boolean {
  return ['width', 'height'].some((side) => /^[01](?:px)?$/.test(node.getAttribute(side)?.trim() ?? ''));
}

/** Marks inside this element: by its name, or by the style that web editors write instead. */
function marksIn(name: string, style: string, outer: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const marks = new Set(outer);
  const own = MARKS_OF[name];
  if (own) marks.add(own);
  const weight = /font-weight\s*:\s*([a-z0-9]+)/.exec(style)?.[1];
  if (weight) toggle(marks, 'bold', /^(?:bold|bolder|[6-9]00)$/.test(weight));
  const slant = /font-style\s*:\s*([a-z]+)/.exec(style)?.[1];
  if (slant) toggle(marks, 'italic', slant !== 'normal');
  if (/text-decoration[a-z-]*\s*:[^;]*line-through/.test(style)) marks.add('strike');
  return marks;
}

function toggle(marks: Set<Mark>, mark: Mark, on: boolean): void {
  if (on) marks.add(mark);
  else marks.delete(mark);
}

/** True if the blocks are one run of text, which is pasted into the line instead of after it. */
export function isOneLine(
  blocks: readonly Block[],
): blocks is readonly [{ type: 'paragraph'; content: readonly Inline[] }] {
  return blocks.length === 1 && blocks[0]?.type === 'paragraph';
}
