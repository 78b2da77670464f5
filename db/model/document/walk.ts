import type { Block, Inline, List, NoteDocument, Placeholder, ShownBlock, ShownDocument } from './format.ts';

type Shown = Inline | Placeholder;

/** Every block in reading order, those of addenda last. */
export function* blocksOf(document: NoteDocument | ShownDocument): Generator<ShownBlock> {
  yield* document.blocks;
  if (!('addenda' in document)) return;
  for (const { content } of document.addenda ?? []) yield* content;
}

/** The inline content of each block, list item and table cell in reading order, addenda last. */
export function* contentsOf(document: NoteDocument | ShownDocument): Generator<readonly Shown[]> {
  for (const block of blocksOf(document)) yield* contentsOfBlock(block);
}

/** The inline content of each part of a block in reading order. */
export function* contentsOfBlock(block: ShownBlock): Generator<readonly Shown[]> {
  switch (block.type) {
    case 'list':
      yield* contentsOfList(block);
      break;
    case 'table':
      for (const row of block.content) for (const cell of row.content) yield cell.content;
      break;
    case 'placeholder':
    case 'image':
      break;
    default:
      yield block.content;
  }
}

function* contentsOfList(list: List<Shown>): Generator<readonly Shown[]> {
  for (const entry of list.content) {
    if (entry.type === 'list') yield* contentsOfList(entry);
    else yield entry.content;
  }
}

/** The block with the inline content of each of its parts changed. */
export function mapBlock(block: Block, change: (content: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case 'image':
      return block;
    case 'list':
      return mapList(block, change);
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: change(cell.content) })),
        })),
      };
    default:
      return { ...block, content: change(block.content) };
  }
}

function mapList(list: List<Inline>, change: (content: readonly Inline[]) => readonly Inline[]): List<Inline> {
  return {
    ...list,
    content: list.content.map((entry) =>
      entry.type === 'list' ? mapList(entry, change) : { ...entry, content: change(entry.content) },
    ),
  };
}
