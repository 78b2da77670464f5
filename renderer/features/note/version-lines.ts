import type { NoteVersionText } from '#contract/note.ts';
import type { Block, Inline, LinkTarget, NoteDocument, Strike, TextRun } from '#model/document/format.ts';
import { parseDocument } from '#model/document/parse.ts';
import { documentText, inlineText } from '#model/document/text.ts';
import { mapBlock } from '#model/document/walk.ts';

/** How what stands in a text besides its words is told where two versions are compared. */
export interface VersionWords {
  /** Type of a link, and for when it holds. */
  readonly link: (target: LinkTarget) => string;
  /** A picture, by what is said of it and the beginning of the id of its file. */
  readonly picture: (alt: string, file: string) => string;
  /** Who struck something, when and why. */
  readonly strike: (strike: Strike) => string;
  /** What a frame is for. */
  readonly callout: (tone: Extract<Block, { type: 'callout' }>['tone']) => string;
}

const SIGNS = { bold: '**', italic: '_', strike: '~~' } as const;
const HEADINGS = ['#', '##', '###'] as const;

/**
 * The text of a version with everything that can differ although its words are the same: how text stands out, what links to
 * which record how and for when, grades, which picture stands where. One that is not understood is told by its plain text.
 */
export function versionLines({ heading, document, text }: NoteVersionText, words: VersionWords): string {
  const parsed = parseDocument(document, text ?? '');
  return [heading ?? '', parsed.readOnly ? (text ?? '') : fullText(parsed.document, words)].join('\n');
}

/** Names of the details of a note that differ between two versions. */
export function changedFacts(before: NoteVersionText, after: NoteVersionText): string[] {
  const names = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...names].filter((name) => told(before.facts[name]) !== told(after.facts[name]));
}

function told(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function fullText(document: NoteDocument, words: VersionWords): string {
  const mention = (target: LinkTarget) => `@${target.label}${linkOf(target, words)}`;
  const full = (blocks: readonly Block[]) => blocks.map((block) => withSign(block, words));
  const addenda = (document.addenda ?? []).map((one) => ({ ...one, content: full(one.content) }));
  return documentText({ ...document, blocks: full(document.blocks), addenda }, mention);
}

/** The block with a sign before it that says what it is. */
function withSign(block: Block, words: VersionWords): Block {
  if (block.type === 'image') {
    const { alt, attachment, link, struck } = block;
    const linked = link ? ` → @${link.label}${linkOf(link, words)}` : '';
    const why = struck ? `; ${words.strike(struck)}` : '';
    return { ...block, alt: `${words.picture(alt, attachment.slice(0, 8))}${linked}${why}` };
  }
  const signed = mapBlock(block, (content) => content.flatMap((node) => withReason(node, words)));
  const sign = signOf(block, words);
  if (sign === '' || !('content' in signed) || signed.type === 'list' || signed.type === 'table') return signed;
  return { ...signed, content: [{ type: 'text', text: `${sign} ` }, ...signed.content] };
}

function signOf(block: Block, { callout }: VersionWords): string {
  if (block.type === 'heading') return HEADINGS[block.level - 1] ?? '#';
  if (block.type === 'quote') return '>';
  return block.type === 'callout' ? `! ${callout(block.tone)}:` : '';
}

/** What was struck is followed by who struck it, when and why. */
function withReason(node: Inline, words: VersionWords): Inline[] {
  const told = withWords(node, words);
  return node.type === 'struck' ? [told, { type: 'text', text: ` (${words.strike(node)})` }] : [told];
}

function withWords(node: Inline, words: VersionWords): Inline {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'span': {
      const inner = inlineText(node.content.map((run) => (run.type === 'text' ? marked(run) : run)));
      return { type: 'text', text: `${inner} → @${node.label}${linkOf(node, words)}` };
    }
    case 'struck':
      return {
        ...node,
        content: node.content.map((inner) => withWords(inner, words) as (typeof node.content)[number]),
      };
    default:
      return node;
  }
}

function marked(run: TextRun): TextRun {
  const signs = (run.marks ?? []).map((mark) => SIGNS[mark]).join('');
  return { type: 'text', text: `${signs}${run.text}${[...signs].reverse().join('')}` };
}

function linkOf(target: LinkTarget, words: VersionWords): string {
  const told = words.link(target);
  return told === '' ? '' : ` (${told})`;
}
