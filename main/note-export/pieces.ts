import type { Picture } from '#main/attachments/pictures.ts';
import type { Image, Inline } from '#model/document/format.ts';
import { gradeText, timeText } from '#model/document/text.ts';
import type { ExportWords } from './words.ts';

/** A run of text as it stands on the page. A line break is a piece of its own: `\n`. */
export interface Piece {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Struck through: by its writer, or after the note was signed. */
  readonly strike?: boolean;
  /** Words of the program, not of the note: who struck it, and why; a grade. */
  readonly isAside?: boolean;
}

/** The inline nodes of a line, flattened: what every format writes, each in its own signs. */
export function piecesOf(content: readonly Inline[], words: ExportWords): Piece[] {
  return content.flatMap((node) => piecesOfNode(node, words));
}

/** What stands in the place of a picture that stays in the book, and why. A struck one is not found by its file either. */
export function piecesOfImage({ alt, struck }: Image, found: Picture | undefined, words: ExportWords): Piece[] {
  const why = typeof found?.shown === 'string' ? found.shown : null;
  if (!struck) return [{ text: words.image(alt, found?.sha256 ?? null, why), italic: true }];
  return [
    { text: words.image(alt, null, null), italic: true, strike: true },
    { text: ` ${words.struck(struck)}`, isAside: true },
  ];
}

function piecesOfNode(node: Inline, words: ExportWords): Piece[] {
  switch (node.type) {
    case 'text': {
      const marks = new Set(node.marks);
      return [
        {
          text: node.text,
          ...(marks.has('bold') && { bold: true }),
          ...(marks.has('italic') && { italic: true }),
          ...(marks.has('strike') && { strike: true }),
        },
      ];
    }
    case 'break':
      return [{ text: '\n' }];
    case 'mention':
      return [{ text: node.label, bold: true }];
    case 'span':
      return piecesOf(node.content, words);
    case 'time':
      return [{ text: timeText(node) }];
    case 'grade':
      return [{ text: ` [${gradeText(node, words.assessment)}]`, isAside: true }];
    case 'struck':
      return [
        ...piecesOf(node.content, words).map((piece) => ({ ...piece, strike: true })),
        { text: ` ${words.struck(node)}`, isAside: true },
      ];
  }
}
