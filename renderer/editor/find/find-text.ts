/** Most hits that are marked: nobody walks through more. */
const MOST = 5_000;

/** Block elements of the text: words do not reach from one into the next. */
const BLOCKS = 'p, h1, h2, h3, blockquote, li, td, th';

/**
 * Where `query` stands in the texts of these elements, capitals or not, also across marks and links.
 * @returns ranges in reading order, at most 5,000
 */
export function findText(roots: readonly HTMLElement[], query: string): Range[] {
  const wanted = query.toLocaleLowerCase('nb');
  if (wanted === '') return [];
  const ranges: Range[] = [];
  for (const root of roots) {
    for (const { text, nodes } of blockTexts(root)) {
      const lower = text.toLocaleLowerCase('nb');
      // Lower case of another length (İ) would shift every hit: then only what is written is found.
      const searched = lower.length === text.length ? lower : text;
      for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length)) {
        ranges.push(rangeOf(nodes, at, at + wanted.length));
        if (ranges.length === MOST) return ranges;
      }
    }
  }
  return ranges;
}

/** A text node and where its text begins in that of its block. */
export interface PlacedText {
  readonly node: Text;
  readonly from: number;
}

/** The text of each block with the nodes it is made of, without plates that are drawn and not written. */
export function* blockTexts(root: HTMLElement): Generator<{ text: string; nodes: readonly PlacedText[] }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  let text = '';
  let nodes: PlacedText[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement?.closest(BLOCKS) ?? root;
    if (own !== block) {
      if (nodes.length > 0) yield { text, nodes };
      block = own;
      text = '';
      nodes = [];
    }
    nodes.push({ node: node as Text, from: text.length });
    text += node.nodeValue ?? '';
  }
  if (nodes.length > 0) yield { text, nodes };
}

/** The part from `from` to `to` of a block's text. */
export function rangeOf(nodes: readonly PlacedText[], from: number, to: number): Range {
  const range = document.createRange();
  const [start, end] = [placeOf(nodes, from, false), placeOf(nodes, to, true)];
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Binary search: a block may hold thousands of pieces. */
function placeOf(nodes: readonly PlacedText[], at: number, isEnd: boolean): { node: Text; offset: number } {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { from } = nodes[middle] as PlacedText;
    if (isEnd ? from < at : from <= at) low = middle;
    else high = middle - 1;
  }
  const { node, from } = nodes[low] as PlacedText;
  return { node, offset: Math.min(at - from, node.length) };
}
