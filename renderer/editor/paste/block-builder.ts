import {
  type Block,
  type Inline,
  type List,
  type ListItem,
  type ListStyle,
  MARKS,
  MAX_COLUMNS,
  MAX_LIST_DEPTH,
  type Mark,
  type TableRow,
} from '#model/document/format.ts';

/** What a block is while it is being filled; null is a plain paragraph. */
type BlockType = { readonly type: 'heading'; readonly level: 1 | 2 | 3 } | { readonly type: 'quote' } | null;

interface OpenList {
  style: ListStyle;
  readonly content: (ListItem<Inline> | List<Inline>)[];
}

interface OpenTable {
  readonly header: boolean;
  readonly rows: TableRow<Inline>[];
}

export interface BlockBuilder {
  /** Text in the open block. White space is folded as a browser folds it unless `asWritten`. */
  text(text: string, marks: readonly Mark[], asWritten: boolean): void;
  lineBreak(): void;
  /** Runs `fill` with a block of its own; a plain block inside a heading or quote stays of that kind. */
  inBlock(type: BlockType, fill: () => void): void;
  inList(style: ListStyle, fill: () => void): void;
  /** `checked` where the item has a box to tick. */
  inItem(fill: () => void, checked?: boolean): void;
  /** A table of rows of cells; `false` when it cannot be one of ours (in a list, in a cell): its words are lines then. */
  canTable(): boolean;
  inTable(header: boolean, fill: () => void): void;
  inRow(fill: () => void): void;
  inCell(fill: () => void): void;
  finish(): Block[];
}

/** Collects blocks from a walk over a foreign page, whose nesting of blocks need not be one of ours. */
export function createBlockBuilder(): BlockBuilder {
  const blocks: Block[] = [];
  const lists: OpenList[] = [];
  let content: Inline[] = [];
  let type: BlockType = null;
  let inItem = false;
  let ticked: boolean | undefined;
  let table: OpenTable | null = null;
  let row: Inline[][] | null = null;

  /** Ends the open run of text and puts it where it belongs. */
  function flush(): void {
    const done = trimmed(content);
    content = [];
    if (done.length === 0) return;
    const list = lists.at(-1);
    if (list && ticked !== undefined) list.style = 'check';
    if (list)
      list.content.push(ticked ? { type: 'item', checked: true, content: done } : { type: 'item', content: done });
    else blocks.push(type ? { ...type, content: done } : { type: 'paragraph', content: done });
  }

  function within(change: () => () => void, fill: () => void): void {
    flush();
    const back = change();
    fill();
    flush();
    back();
  }

  function endsInSpace(): boolean {
    const last = content.at(-1);
    return last === undefined || last.type === 'break' || (last.type === 'text' && last.text.endsWith(' '));
  }

  function push(text: string, marks: readonly Mark[]): void {
    if (text === '') return;
    const ordered = MARKS.filter((mark) => marks.includes(mark));
    const last = content.at(-1);
    if (last?.type === 'text' && (last.marks ?? []).join() === ordered.join()) {
      content[content.length - 1] = { ...last, text: last.text + text };
    } else content.push(ordered.length > 0 ? { type: 'text', text, marks: ordered } : { type: 'text', text });
  }

  return {
    text(text, marks, asWritten) {
      if (!asWritten) {
        const folded = text.replace(/[ \t\n\f]+/g, ' ');
        push(endsInSpace() ? folded.replace(/^ /, '') : folded, marks);
        return;
      }
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) content.push({ type: 'break' });
        push(line, marks);
      }
    },
    lineBreak() {
      content.push({ type: 'break' });
    },
    inBlock(own, fill) {
      // Blocks inside a list item or a cell are lines of its text.
      if (inItem || row) {
        if (content.length > 0) content.push({ type: 'break' });
        fill();
        return;
      }
      within(() => {
        const before = type;
        type = own ?? before;
        return () => {
          type = before;
        };
      }, fill);
    },
    inList(style, fill) {
      if (row) {
        fill();
        return;
      }
      within(() => {
        const before = inItem;
        inItem = false;
        const isDeep = lists.length >= MAX_LIST_DEPTH;
        if (!isDeep) lists.push({ style, content: [] });
        return () => {
          inItem = before;
          const list = isDeep ? undefined : lists.pop();
          if (!list || list.content.length === 0) return;
          const outer = lists.at(-1);
          if (outer) outer.content.push({ type: 'list', ...list });
          else blocks.push({ type: 'list', ...list });
        };
      }, fill);
    },
    inItem(fill, checked) {
      if (row) {
        if (content.length > 0) content.push({ type: 'break' });
        fill();
        return;
      }
      within(() => {
        const before = [inItem, ticked] as const;
        inItem = true;
        ticked = checked;
        return () => {
          [inItem, ticked] = before;
        };
      }, fill);
    },
    canTable: () => !inItem && table === null && lists.length === 0,
    inTable(header, fill) {
      flush();
      const own: OpenTable = { header, rows: [] };
      table = own;
      fill();
      table = null;
      content = [];
      const block = evenTable(own);
      if (block) blocks.push(block);
    },
    inRow(fill) {
      if (!table) return;
      row = [];
      fill();
      table.rows.push({ type: 'row', content: row.map((cell) => ({ type: 'cell', content: cell })) });
      row = null;
    },
    inCell(fill) {
      content = [];
      fill();
      row?.push(trimmed(content));
      content = [];
    },
    finish() {
      flush();
      return blocks;
    },
  };
}

/** Rows of equally many cells, none without words; null when nothing is in it. Columns past the most are words of the last. */
function evenTable({ header, rows }: OpenTable): Block | null {
  const told = rows.filter((each) => each.content.some((cell) => cell.content.length > 0));
  const width = Math.min(Math.max(0, ...told.map((each) => each.content.length)), MAX_COLUMNS);
  if (width === 0) return null;
  const even = told.map(({ content }): TableRow<Inline> => {
    const cells = content.slice(0, width);
    const beyond = content.slice(width).flatMap((cell): Inline[] => [{ type: 'break' }, ...cell.content]);
    const last = cells.at(-1);
    if (last && beyond.length > 0) cells[cells.length - 1] = { type: 'cell', content: [...last.content, ...beyond] };
    while (cells.length < width) cells.push({ type: 'cell', content: [] });
    return { type: 'row', content: cells };
  });
  return { type: 'table', header, content: even };
}

/** Inline content without breaks and spaces at its ends. */
function trimmed(content: readonly Inline[]): Inline[] {
  const kept = [...content];
  const isBlank = (node: Inline | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.text.trim() === '');
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}
