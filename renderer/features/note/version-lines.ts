import type { NoteVersionText } from '#contract/note.ts';
import type { Block, Inline, LinkTarget, NoteDocument, TextRun } from '#model/document/format.ts';
import { parseDocument } from '#model/document/parse.ts';
import { documentText, inlineText } from '#model/document/text.ts';
import { mapBlock } from '#model/document/walk.ts';

/** How a link is told where two versions are compared: its type, and for when it holds. */
export type LinkWords = (target: LinkTarget) => string;

const SIGNS = { bold: '**', italic: '_', strike: '~~' } as const;
const HEADINGS = ['#', '##', '###'] as const;

/**
 * The text of a version with everything that can differ although its words are the same: how text stands out, what links to
 * which record how and for when, grades, which picture stands where. One that is not understood is told by its plain text.
 */
export function versionLines({ heading, document, text }: NoteVersionText, linkWords: LinkWords): string {
  const parsed = parseDocument(document, text ?? '');
  return [heading ?? '', parsed.readOnly ? (text ?? '') : fullText(parsed.document, linkWords)].join('\n');
}

/** Names of the details of a note that differ between two versions. */
export function changedFacts(before: NoteVersionText, after: NoteVersionText): string[] {
  const names = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...names].filter((name) => told(before.facts[name]) !== told(after.facts[name]));
}

function told(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function fullText(document: NoteDocument, linkWords: LinkWords): string {
  const mention = (target: LinkTarget) => `@${target.label}${linkOf(target, linkWords)}`;
  const full = (blocks: readonly Block[]) => blocks.map((block) => withSign(block, linkWords));
  const addenda = (document.addenda ?? []).map((one) => ({ ...one, content: full(one.content) }));
  return documentText({ ...document, blocks: full(document.blocks), addenda }, mention);
}

/** The block with a sign before it that says what it is. */
function withSign(block: Block, linkWords: LinkWords): Block {
  if (block.type === 'image') return { ...block, alt: `[${block.alt}] ${block.attachment.slice(0, 8)}` };
  const signed = mapBlock(block, (content) => content.map((node) => withWords(node, linkWords)));
  const sign = signOf(block);
  if (sign === '' || !('content' in signed) || signed.type === 'list' || signed.type === 'table') return signed;
  return { ...signed, content: [{ type: 'text', text: `${sign} ` }, ...signed.content] };
}

function signOf(block: Block): string {
  if (block.type === 'heading') return HEADINGS[block.level - 1] ?? '#';
  if (block.type === 'quote') return '>';
  return block.type === 'callout' ? `! ${block.tone}:` : '';
}

function withWords(node: Inline, linkWords: LinkWords): Inline {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'span': {
      const words = inlineText(node.content.map((inner) => (inner.type === 'text' ? marked(inner) : inner)));
      return { type: 'text', text: `${words} → @${node.label}${linkOf(node, linkWords)}` };
    }
    case 'struck':
      return {
        ...node,
        content: node.content.map((inner) => withWords(inner, linkWords) as (typeof node.content)[number]),
      };
    default:
      return node;
  }
}

function marked(run: TextRun): TextRun {
  const signs = (run.marks ?? []).map((mark) => SIGNS[mark]).join('');
  return { type: 'text', text: `${signs}${run.text}${[...signs].reverse().join('')}` };
}

function linkOf(target: LinkTarget, linkWords: LinkWords): string {
  const words = linkWords(target);
  return words === '' ? '' : ` (${words})`;
}
