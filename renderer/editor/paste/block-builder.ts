import {
  type Block,
  type Inline,
  type List,
  type ListItem,
  MARKS,
  MAX_LIST_DEPTH,
  type Mark,
} from '#model/document/format.ts';

/** What a block is while it is being filled; null is a plain paragraph. */
type BlockType = { readonly type: 'heading'; readonly level: 1 | 2 | 3 } | { readonly type: 'quote' } | null;

interface OpenList {
  readonly style: List<Inline>['style'];
  readonly content: (ListItem<Inline> | List<Inline>)[];
}

export interface BlockBuilder {
  /** Text in the open block. White space is folded as a browser folds it unless `asWritten`. */
  text(text: string, marks: readonly Mark[], asWritten: boolean): void;
  lineBreak(): void;
  /** Runs `fill` with a block of its own; a plain block inside a heading or quote stays of that kind. */
  inBlock(type: BlockType, fill: () => void): void;
  inList(style: 'bullet' | 'number', fill: () => void): void;
  inItem(fill: () => void): void;
  finish(): Block[];
}

/** Collects blocks from a walk over a foreign page, whose nesting of blocks need not be one of ours. */
export function createBlockBuilder(): BlockBuilder {
  const blocks: Block[] = [];
  const lists: OpenList[] = [];
  let content: Inline[] = [];
  let type: BlockType = null;
  let inItem = false;

  /** Ends the open run of text and puts it where it belongs. */
  function flush(): void {
    const done = trimmed(content);
    content = [];
    if (done.length === 0) return;
    const list = lists.at(-1);
    if (list) list.content.push({ type: 'item', content: done });
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
      // Blocks inside a list item are lines of that item's text.
      if (inItem) {
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
    inItem(fill) {
      within(() => {
        const before = inItem;
        inItem = true;
        return () => {
          inItem = before;
        };
      }, fill);
    },
    finish() {
      flush();
      return blocks;
    },
  };
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
