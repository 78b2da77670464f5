import { type Block, DOCUMENT_VERSION, type Inline, type List, type NoteDocument, type TableRow } from './format.ts';
import { inlineText } from './text.ts';

/** A note that is begun from a form: its heading and lines, with fields in braces to be filled in. */
export interface NoteTemplate {
  readonly heading: string;
  /**
   * A line a block, by the signs with which a block is typed: `## ` heading, `- ` item, `[] ` item to tick, `> ` quote,
   * `! ` important, `| a | b |` a row of a table whose first row names the columns; everything else is a paragraph.
   */
  readonly lines: readonly string[];
}

/** What a field such as `about.happened` says: runs of a sentence, or nothing when that is not known or not to be told. */
export type FillField = (field: string) => readonly Inline[];

const FIELD = /\{([a-z_]+(?:\.[a-zA-Z]+)?)\}/g;

/** The heading and the document of a template with its fields filled in. */
export function filledTemplate(template: NoteTemplate, fill: FillField): { heading: string; document: NoteDocument } {
  const blocks: Block[] = [];
  for (const line of template.lines) {
    // What it is about, where it is about nothing, would be an empty paragraph before everything.
    if (blocks.length === 0 && isFieldsAlone(line) && filled(line, fill).length === 0) continue;
    const block = blockOf(line, fill);
    const last = blocks.at(-1);
    // Items and rows that follow each other are one list and one table.
    if (block.type === 'list' && last?.type === 'list' && last.style === block.style) {
      blocks[blocks.length - 1] = { ...last, content: [...last.content, ...block.content] };
    } else if (block.type === 'table' && last?.type === 'table') {
      blocks[blocks.length - 1] = { ...last, content: [...last.content, ...block.content] };
    } else blocks.push(block);
  }
  const heading = inlineText(filled(template.heading, fill), ({ label }) => label);
  return { heading: tidy(heading), document: { version: DOCUMENT_VERSION, blocks } };
}

function isFieldsAlone(line: string): boolean {
  return line !== '' && line.replace(FIELD, '').trim() === '';
}

function blockOf(line: string, fill: FillField): Block {
  const rest = (sign: string) => filled(line.slice(sign.length), fill);
  if (line.startsWith('## ')) return { type: 'heading', level: 2, content: rest('## ') };
  if (line.startsWith('> ')) return { type: 'quote', content: rest('> ') };
  if (line.startsWith('! ')) return { type: 'callout', tone: 'important', content: rest('! ') };
  if (line.startsWith('- ')) return listOf('bullet', rest('- '));
  if (line.startsWith('[] ')) return listOf('check', rest('[] '));
  if (line.startsWith('|')) return { type: 'table', header: true, content: [rowOf(line, fill)] };
  return { type: 'paragraph', content: filled(line, fill) };
}

function listOf(style: List<Inline>['style'], content: Inline[]): List<Inline> {
  return { type: 'list', style, content: [{ type: 'item', content }] };
}

function rowOf(line: string, fill: FillField): TableRow<Inline> {
  const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return {
    type: 'row',
    content: cells.map((cell) => ({ type: 'cell', content: filled(cell.trim(), fill) })),
  };
}

/** Text with its fields filled in, one run for neighbours that look alike. */
function filled(text: string, fill: FillField): Inline[] {
  const content: Inline[] = [];
  const put = (node: Inline) => {
    const last = content.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.marks && !last.marks) {
      content[content.length - 1] = { type: 'text', text: last.text + node.text };
    } else content.push(node);
  };
  let at = 0;
  for (const found of text.matchAll(FIELD)) {
    if (found.index > at) put({ type: 'text', text: text.slice(at, found.index) });
    for (const node of fill(found[1] ?? '')) put(node);
    at = found.index + found[0].length;
  }
  if (at < text.length) put({ type: 'text', text: text.slice(at) });
  return content;
}

/** A heading without the signs that a field which was not known leaves behind. */
function tidy(heading: string): string {
  return heading
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s,:–-])[\s,:–-]+$/, '')
    .trim();
}
