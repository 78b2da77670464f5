import {
  CALLOUTS,
  type Inline,
  LIST_STYLES,
  type List,
  type ListItem,
  MAX_LIST_DEPTH,
  type Placeholder,
  type ShownBlock,
  type ShownDocument,
} from './format.ts';
import { imageSchema, inlineSchema, tableSchema } from './schema.ts';

type Shown = Inline | Placeholder;

const MAX_TEXT = 20_000;
const MAX_NAME = 60;

/**
 * What can be shown of a document that is not understood: known nodes as they are, and for every other one, or one
 * that carries more than is known, a placeholder with the text inside.
 */
export function salvage(raw: Readonly<Record<string, unknown>>): ShownDocument {
  const addenda = Array.isArray(raw.addenda) ? raw.addenda : [];
  const all = [...(Array.isArray(raw.blocks) ? raw.blocks : []), ...addenda.flatMap(blocksOfAddendum)];
  return { blocks: all.map(shownBlock) };
}

/** The blocks of an addendum; one that has none stands as it is and becomes a placeholder. */
function blocksOfAddendum(raw: unknown): readonly unknown[] {
  return plainNode(raw)?.content ?? [raw];
}

function shownBlock(raw: unknown): ShownBlock {
  const image = imageSchema.safeParse(raw);
  if (image.success) return image.data;
  const node = plainNode(raw);
  if (node === null) return placeholder(raw);
  switch (node.type) {
    case 'paragraph':
      return onlyKeys(node) ? { type: 'paragraph', content: inlines(node) } : placeholder(raw);
    case 'quote':
      return onlyKeys(node) ? { type: 'quote', content: inlines(node) } : placeholder(raw);
    case 'heading': {
      const { level } = node;
      if (!onlyKeys(node, 'level') || (level !== 1 && level !== 2 && level !== 3)) return placeholder(raw);
      return { type: 'heading', level, content: inlines(node) };
    }
    case 'callout': {
      const tone = CALLOUTS.find((known) => known === node.tone);
      return onlyKeys(node, 'tone') && tone ? { type: 'callout', tone, content: inlines(node) } : placeholder(raw);
    }
    case 'table': {
      // Whole or not at all: a grid with holes would shift what stands under what.
      const table = tableSchema.safeParse(raw);
      return table.success ? table.data : placeholder(raw);
    }
    default:
      return shownList(raw, 1) ?? placeholder(raw);
  }
}

function shownList(raw: unknown, depth: number): List<Shown> | null {
  const node = plainNode(raw);
  if (node?.type !== 'list' || !onlyKeys(node, 'style') || depth > MAX_LIST_DEPTH) return null;
  const style = LIST_STYLES.find((known) => known === node.style);
  if (!style) return null;
  const content = node.content.map((child): ListItem<Shown> | List<Shown> => {
    const entry = plainNode(child);
    if (entry?.type === 'item' && onlyKeys(entry)) return { type: 'item', content: inlines(entry) };
    if (style === 'check' && entry?.type === 'item' && onlyKeys(entry, 'checked') && entry.checked === true) {
      return { type: 'item', checked: true, content: inlines(entry) };
    }
    return shownList(child, depth + 1) ?? { type: 'item', content: [placeholder(child)] };
  });
  return { type: 'list', style, content };
}

function inlines(node: PlainNode): Shown[] {
  return node.content.map((raw) => {
    const parsed = inlineSchema.safeParse(raw);
    return parsed.success ? parsed.data : placeholder(raw);
  });
}

interface PlainNode {
  readonly type: string;
  readonly content: readonly unknown[];
  readonly [key: string]: unknown;
}

function plainNode(raw: unknown): PlainNode | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { type, content } = raw as { type?: unknown; content?: unknown };
  return typeof type === 'string' && Array.isArray(content) ? (raw as PlainNode) : null;
}

function onlyKeys(node: PlainNode, ...more: string[]): boolean {
  return Object.keys(node).every((key) => key === 'type' || key === 'content' || more.includes(key));
}

function placeholder(raw: unknown): Placeholder {
  const type = typeof raw === 'object' && raw !== null ? (raw as { type?: unknown }).type : undefined;
  const name = typeof type === 'string' ? type.slice(0, MAX_NAME) : '';
  return { type: 'placeholder', name, text: textInside(raw) };
}

/** Every text and label below `raw` in order, one a line where blocks end. Walks a list, not the stack: depth is hostile. */
function textInside(raw: unknown): string {
  const pending: unknown[] = [raw];
  let text = '';
  while (pending.length > 0 && text.length < MAX_TEXT) {
    const value = pending.pop();
    if (typeof value === 'string') text += value;
    else if (Array.isArray(value)) for (let i = value.length - 1; i >= 0; i--) pending.push(value[i]);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Record<string, unknown>;
      const inside = Object.keys(node).filter((key) => typeof node[key] === 'object' && node[key] !== null);
      if (inside.length > 0) pending.push('\n');
      for (const key of inside.reverse()) pending.push(node[key]);
      if (typeof node.text === 'string') pending.push(node.text);
      else if (typeof node.label === 'string') pending.push(node.label);
    }
  }
  return text
    .slice(0, MAX_TEXT)
    .replace(/(?<!\s)\s*\n\s*/g, '\n')
    .trim();
}
