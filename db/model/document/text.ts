import type { BlockOf, Inline, List, Mention, NoteDocument, Placeholder, ShownDocument } from './format.ts';

type Shown = Inline | Placeholder;

/** How a mention reads in plain text. */
export type MentionText = (mention: Mention) => string;

const asWritten: MentionText = (mention) => `@${mention.label}`;

/**
 * Plain text of a document: what search finds and what is copied. One line a block, lists with their marks.
 * The same document always gives the same text: a mention reads as it was written unless `mention` says otherwise.
 */
export function documentText(document: NoteDocument | ShownDocument, mention: MentionText = asWritten): string {
  return document.blocks.map((block) => blockText(block, mention)).join('\n');
}

/** Plain text of a run of inline nodes. */
export function inlineText(content: readonly Shown[], mention: MentionText = asWritten): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'break') text += '\n';
    else text += node.type === 'mention' ? mention(node) : node.text;
  }
  return text;
}

/** Words in plain text: runs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const run of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(run[0])) count++;
  return count;
}

function blockText(block: BlockOf<Shown> | Placeholder, mention: MentionText): string {
  if (block.type === 'placeholder') return block.text;
  return block.type === 'list' ? listText(block, '', mention) : inlineText(block.content, mention);
}

function listText(list: List<Shown>, indent: string, mention: MentionText): string {
  let number = 0;
  return list.content
    .map((entry) => {
      if (entry.type === 'list') return listText(entry, `${indent}  `, mention);
      number++;
      return `${indent}${list.style === 'number' ? `${number}.` : '-'} ${inlineText(entry.content, mention)}`;
    })
    .join('\n');
}
