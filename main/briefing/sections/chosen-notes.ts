import type { BriefingBlock, BriefingSection, Column } from '#model/briefing.ts';
import type { Block, Inline, List, Table } from '#model/document/format.ts';
import { inlineText } from '#model/document/text.ts';
import type { ChosenNote } from '../chosen-notes.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';

/** The notes that were chosen, each a section of its own. */
export function chosenNotes(m: Material, w: Words): BriefingSection[] {
  return m.chosenNotes.map((note, index) => {
    const heading = note.heading || w.t('note:untitled');
    return {
      id: `note-${index + 1}`,
      heading: note.part ? w.t('briefNotes:part', { heading, part: note.part }) : w.t('briefNotes:note', { heading }),
      aside: asideOf(note, w),
      blocks: blocksOf(note, w),
    };
  });
}

function asideOf({ version, changedAt, signedAt, signedBy }: ChosenNote, w: Words): string {
  if (signedAt === null) return w.t('briefNotes:unsigned', { version, at: w.at(changedAt) });
  return w.t('briefNotes:signed', { version, at: w.at(signedAt), person: signedBy ?? '' });
}

function blocksOf({ document, part }: ChosenNote, w: Words): BriefingBlock[] {
  // The heading of a part is the heading of its section.
  const own = part ? document.blocks.slice(1) : document.blocks;
  const blocks = own.flatMap((block) => blockOf(block, w));
  for (const { by, at, content } of document.addenda ?? []) {
    blocks.push({ type: 'subheading', text: w.t('briefNotes:addendum', { at: w.at(at), person: by }) });
    blocks.push(...content.flatMap((block) => blockOf(block, w)));
  }
  return blocks.length > 0 ? blocks : [{ type: 'empty', text: w.t('briefNotes:empty') }];
}

function blockOf(block: Block, w: Words): BriefingBlock[] {
  switch (block.type) {
    case 'image':
      return [{ type: 'picture', attachment: block.attachment, alt: block.alt, caption: '', drawn: null }];
    case 'list':
      return [{ type: 'list', items: itemsOf(block, w) }];
    case 'table':
      return [tableOf(block)];
    case 'heading':
      return textOf(block.content, (text) => ({ type: 'subheading', text }));
    case 'callout':
      return textOf(block.content, (text) => ({ type: 'text', text, strong: true }));
    case 'quote':
      return textOf(block.content, (text) => ({ type: 'quote', text, by: '' }));
    case 'paragraph':
      return textOf(block.content, (text) => ({ type: 'text', text }));
  }
}

function textOf(content: readonly Inline[], make: (text: string) => BriefingBlock): BriefingBlock[] {
  const text = lineOf(content).trim();
  return text === '' ? [] : [make(text)];
}

/** On paper a mention is the name it was written with. */
function lineOf(content: readonly Inline[]): string {
  return inlineText(content, ({ label }) => label);
}

function itemsOf(list: List<Inline>, w: Words, indent = ''): string[] {
  let number = 0;
  return list.content.flatMap((entry) => {
    if (entry.type === 'list') return itemsOf(entry, w, `${indent}– `);
    number += 1;
    const text = lineOf(entry.content);
    if (list.style === 'number') return [`${indent}${number}. ${text}`];
    if (list.style === 'check') return [`${indent}${text} (${w.t(`briefNotes:${entry.checked ? 'done' : 'open'}`)})`];
    return [`${indent}${text}`];
  });
}

function tableOf(table: Table<Inline>): BriefingBlock {
  const rows = table.content.map((row) => row.content.map((cell) => ({ text: lineOf(cell.content) })));
  const head = table.header ? rows.shift() : undefined;
  const width = head?.length ?? rows[0]?.length ?? 0;
  const columns = Array.from(
    { length: width },
    (_, at): Column => ({ heading: head?.[at]?.text ?? '', width: 'rest' }),
  );
  return { type: 'table', columns, rows: rows.map((cells) => ({ cells })) };
}
