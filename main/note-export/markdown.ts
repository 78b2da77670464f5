import type { Pictures } from '#main/attachments/pictures.ts';
import type { Block, Inline, List, Table } from '#model/document/format.ts';
import { type Piece, piecesOf, piecesOfImage } from './pieces.ts';
import type { NoteExport } from './read.ts';
import type { ExportWords } from './words.ts';

/**
 * A note as CommonMark with GitHub's tables, task lists and strikethrough. The marking stands first and last. Pictures
 * stay in the book: in their place stand their words and the sum by which they are found there.
 */
export function noteAsMarkdown(note: NoteExport, pictures: Pictures, words: ExportWords): string {
  const { blocks, addenda = [] } = note.document;
  const parts = [
    `**${words.marking}**`,
    `# ${escaped(words.heading)}`,
    words.facts.map((fact) => `- ${escaped(fact)}`).join('\n'),
    ...blocks.map((block) => blockOf(block, pictures, words)),
    ...addenda.flatMap((one) => [
      `## ${escaped(words.addendum(one))}`,
      ...one.content.map((block) => blockOf(block, pictures, words)),
    ]),
    ...words.limits.map((limit) => `*${escaped(limit)}*`),
    `**${words.marking}**`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockOf(block: Block, pictures: Pictures, words: ExportWords): string {
  const line = (content: readonly Inline[]) => lineOf(content, words);
  switch (block.type) {
    case 'paragraph':
      return line(block.content);
    case 'heading':
      // The note's own heading is the first level.
      return `${'#'.repeat(block.level + 1)} ${line(block.content).replace(/\\?\n/g, ' ')}`;
    case 'quote':
      return quoted(line(block.content));
    case 'callout':
      return quoted(`**${escaped(words.callout(block.tone))}** ${line(block.content)}`);
    case 'list':
      return listOf(block, '', words);
    case 'table':
      return tableOf(block, words);
    case 'image':
      return piecesOfImage(block, pictures.get(block.attachment), words).map(pieceOf).join('');
  }
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((one) => `> ${one}`)
    .join('\n');
}

function listOf(list: List<Inline>, indent: string, words: ExportWords): string {
  let number = 0;
  return list.content
    .map((entry) => {
      if (entry.type === 'list') return listOf(entry, `${indent}    `, words);
      number += 1;
      const task = list.style === 'check' ? `[${entry.checked ? 'x' : ' '}] ` : '';
      const mark = list.style === 'number' ? `${number}.` : '-';
      const text = lineOf(entry.content, words).replaceAll('\n', `\n${indent}    `);
      return `${indent}${mark} ${task}${text}`;
    })
    .join('\n');
}

function tableOf(table: Table<Inline>, words: ExportWords): string {
  const rows = table.content.map((row) =>
    row.content.map((cell) => lineOf(cell.content, words).replace(/\\?\n/g, '<br>')),
  );
  const columns = rows[0]?.length ?? 0;
  const head = table.header ? rows[0] : Array.from({ length: columns }, () => ' ');
  const body = table.header ? rows.slice(1) : rows;
  const write = (cells: readonly string[] | undefined) => `| ${(cells ?? []).join(' | ')} |`;
  return [write(head), write(Array.from({ length: columns }, () => '---')), ...body.map(write)].join('\n');
}

function lineOf(content: readonly Inline[], words: ExportWords): string {
  return piecesOf(content, words)
    .map(pieceOf)
    .join('')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#>+-]|\d+[.)])(?=\s|$)/gmu, '$1\\$2');
}

function pieceOf({ text, bold, italic, strike, isAside }: Piece): string {
  if (text === '\n') return '\\\n';
  // Signs of emphasis must touch what they stand around.
  const core = text.trim();
  if (core === '') return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  let written = escaped(core);
  if (isAside) return `${before}${written}${after}`;
  if (bold) written = `**${written}**`;
  if (italic) written = `*${written}*`;
  if (strike) written = `~~${written}~~`;
  return `${before}${written}${after}`;
}

/** The signs that CommonMark and its tables read as their own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&');
}
