import type {
  Inline,
  LinkTarget,
  List,
  NoteDocument,
  Placeholder,
  ShownBlock,
  ShownDocument,
  Table,
  Time,
} from './format.ts';
import type { Grade } from './grading.ts';

type Shown = Inline | Placeholder;

/** How a mention reads in plain text. */
export type MentionText = (mention: LinkTarget) => string;

const asWritten: MentionText = (mention) => `@${mention.label}`;

/**
 * Plain text of a document: what search finds and what is copied. One line a block, lists with their marks, cells with
 * tabs between. Struck text is left out of nothing: it stays readable, in double square brackets.
 * The same document always gives the same text: a mention reads as it was written unless `mention` says otherwise.
 */
export function documentText(document: NoteDocument | ShownDocument, mention: MentionText = asWritten): string {
  const addenda = 'addenda' in document ? (document.addenda ?? []) : [];
  const blocks: readonly ShownBlock[] = [...document.blocks, ...addenda.flatMap(({ content }) => content)];
  return blocks.map((block) => blockText(block, mention)).join('\n');
}

/** Plain text of a run of inline nodes. */
export function inlineText(content: readonly Shown[], mention: MentionText = asWritten): string {
  let text = '';
  for (const node of content) text += nodeText(node, mention);
  return text;
}

/** A date or a time as it is written in text: `2026-03-29 05:12`, with a dash between two. */
export function timeText({ from, to }: Pick<Time, 'from' | 'to'>): string {
  const whole = from.replace('T', ' ');
  if (to === undefined) return whole;
  // Within one day the end needs no date.
  const isSameDay = to.length > 10 && from.length > 10 && to.slice(0, 10) === from.slice(0, 10);
  return `${whole}–${isSameDay ? to.slice(11) : to.replace('T', ' ')}`;
}

/** How an assessment is told from a fact in plain text, which knows no language of the interface. */
export const ASSESSMENT = 'vurdering';

/**
 * A grade as it is written beside a statement: `1-A-C`, and `2-C-C vurdering` of an assessment, which is told from a fact
 * wherever it is read (politiregisterloven § 6).
 */
export function gradeText({ source, information, handling, basis }: Grade, assessment: string = ASSESSMENT): string {
  return `${source}-${information}-${handling}${basis === 'assessment' ? ` ${assessment}` : ''}`;
}

function nodeText(node: Shown, mention: MentionText): string {
  switch (node.type) {
    case 'text':
    case 'placeholder':
      return node.text;
    case 'break':
      return '\n';
    case 'mention':
      return mention(node);
    case 'span':
      return inlineText(node.content, mention);
    case 'time':
      return timeText(node);
    case 'grade':
      return `[${gradeText(node)}]`;
    case 'struck':
      return `[[${inlineText(node.content, mention)}]]`;
  }
}

/** Words in plain text: runs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const run of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(run[0])) count++;
  return count;
}

function blockText(block: ShownBlock, mention: MentionText): string {
  switch (block.type) {
    case 'placeholder':
      return block.text;
    case 'image':
      return block.struck && block.alt !== '' ? `[[${block.alt}]]` : block.alt;
    case 'list':
      return listText(block, '', mention);
    case 'table':
      return tableText(block, mention);
    default:
      return inlineText(block.content, mention);
  }
}

function tableText(table: Table<Shown>, mention: MentionText): string {
  return table.content
    .map((row) => row.content.map((cell) => inlineText(cell.content, mention).replace(/\s+/g, ' ')).join('\t'))
    .join('\n');
}

function listText(list: List<Shown>, indent: string, mention: MentionText): string {
  let number = 0;
  return list.content
    .map((entry) => {
      if (entry.type === 'list') return listText(entry, `${indent}  `, mention);
      number++;
      const mark =
        list.style === 'number' ? `${number}.` : list.style === 'check' ? (entry.checked ? '[x]' : '[ ]') : '-';
      return `${indent}${mark} ${inlineText(entry.content, mention)}`;
    })
    .join('\n');
}
