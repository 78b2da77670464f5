import { DOCUMENT_VERSION, type Inline, type NoteDocument } from './format.ts';

/** Plain text as a document: an empty line parts paragraphs, a single new line stays one. */
export function documentOfText(text: string): NoteDocument {
  const paragraphs = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '');
  return {
    version: DOCUMENT_VERSION,
    blocks: paragraphs.map((paragraph) => ({ type: 'paragraph', content: linesOf(paragraph) })),
  };
}

/** Lines as text runs with breaks between. */
function linesOf(text: string): Inline[] {
  const content: Inline[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) content.push({ type: 'break' });
    if (line !== '') content.push({ type: 'text', text: line });
  }
  return content;
}
