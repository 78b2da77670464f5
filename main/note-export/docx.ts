import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '#contract/common.ts';
import type { Pictures } from '#main/attachments/pictures.ts';
import type { Block, Image, Inline, List, Table as NoteTable } from '#model/document/format.ts';
import { MAX_LIST_DEPTH } from '#model/document/format.ts';
import { type Piece, piecesOf, piecesOfImage } from './pieces.ts';
import type { NoteExport } from './read.ts';
import type { ExportWords } from './words.ts';

type Child = Paragraph | Table;

const LEVELS = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
/** Twentieths of a point. */
const INDENT = 360;
/** A heading never stands alone at the end of a page. */
const HEADING = { paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } };
/** Items of a list stand close, what follows it does not. */
const ITEM = { spacing: { after: 120 }, contextualSpacing: true };
/** Most room of a picture, pixels of 1/96 inch: within the margins of A4 and of Letter, with room for a line above it. */
const ROOM = { width: 600, height: 760 };
/** Twentieths of a point in 1/96 inch. */
const TWIPS = 15;

/**
 * A note as an Office Open XML document (ECMA-376). The marking stands on every page, at the top and at the foot.
 * Nothing in it is linked, run or fetched, and it names no program user. Of pictures their pixels are put in.
 */
export async function noteAsDocx(
  note: NoteExport,
  pictures: Pictures,
  words: ExportWords,
  language: Language,
): Promise<Uint8Array> {
  const { blocks, addenda = [] } = note.document;
  const lists = new NumberedLists();
  const childrenOf = (block: Block) => childrenOfBlock(block, pictures, words, lists);
  const marking = (children: ParagraphChild[] = []) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: words.marking, bold: true }), ...children],
    });
  const page = new TextRun({ children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(xml(words.heading))] }),
    ...words.facts.map((fact) => new Paragraph({ children: [new TextRun({ text: xml(fact), size: 18 })] })),
    ...blocks.flatMap(childrenOf),
    ...addenda.flatMap((one) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(xml(words.addendum(one)))] }),
      ...one.content.flatMap(childrenOf),
    ]),
    ...words.limits.map((limit) => new Paragraph({ children: [new TextRun({ text: xml(limit), italics: true })] })),
  ];
  const document = new Document({
    creator: 'Vernebok',
    lastModifiedBy: 'Vernebok',
    title: '',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: spoken(language) } } },
        ...Object.fromEntries(['heading1', 'heading2', 'heading3', 'heading4'].map((name) => [name, HEADING])),
      },
    },
    numbering: { config: lists.config() },
    sections: [
      {
        headers: { default: new Header({ children: [marking()] }) },
        footers: { default: new Footer({ children: [marking([page])] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function childrenOfBlock(block: Block, pictures: Pictures, words: ExportWords, lists: NumberedLists): Child[] {
  const runs = (content: readonly Inline[]) => piecesOf(content, words).map(runOf);
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph({ children: runs(block.content), spacing: { after: 120 } })];
    case 'heading':
      return [
        new Paragraph({ heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_4, children: runs(block.content) }),
      ];
    case 'quote': {
      const border = { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: '404040' } };
      const look = { indent: { left: INDENT * 2 }, border, spacing: { after: 120 } };
      return [new Paragraph({ ...look, children: runs(block.content) })];
    }
    case 'callout': {
      const line = { style: BorderStyle.SINGLE, size: 6, space: 4, color: '808080' };
      // One below the other would become one frame.
      const border = { top: line, bottom: line, left: line, right: line, between: line };
      const head = new TextRun({ text: `${words.callout(block.tone)} `, bold: true });
      return [new Paragraph({ border, children: [head, ...runs(block.content)], spacing: { after: 120 } })];
    }
    case 'list':
      return listOf(block, 0, words, lists);
    case 'table':
      return [tableOf(block, words), new Paragraph({ children: [] })];
    case 'image':
      return [imageOf(block, pictures, words)];
  }
}

/** The picture upright, no larger than the page and never enlarged; its words where it stays in the book. */
function imageOf(image: Image, pictures: Pictures, words: ExportWords): Paragraph {
  const found = pictures.get(image.attachment);
  const shown = found?.shown;
  if (image.struck || !shown || typeof shown === 'string' || shown.type === 'webp') {
    return new Paragraph({ children: piecesOfImage(image, found, words).map(runOf), spacing: { after: 120 } });
  }
  const { type, bytes, width, height, turn, mirrored } = shown;
  const isOnSide = turn === 90 || turn === 270;
  const [shownWidth, shownHeight] = isOnSide ? [height, width] : [width, height];
  const scale = Math.min(1, ROOM.width / shownWidth, ROOM.height / shownHeight);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  // The line is as high as the picture lies: turned, it reaches over and under it.
  const over = isOnSide ? Math.max(0, Math.round(((size.width - size.height) / 2) * TWIPS)) : 0;
  const description = xml(image.alt);
  const run = new ImageRun({
    type,
    data: bytes,
    transformation: { ...size, rotation: turn, flip: { horizontal: mirrored } },
    altText: { name: words.picture, title: '', description },
  });
  return new Paragraph({ children: [run], spacing: { before: over, after: over + 120 } });
}

function listOf(list: List<Inline>, level: number, words: ExportWords, lists: NumberedLists): Paragraph[] {
  const reference = list.style === 'number' ? lists.begin() : '';
  return list.content.flatMap((entry): Paragraph[] => {
    if (entry.type === 'list') return listOf(entry, level + 1, words, lists);
    const children = piecesOf(entry.content, words).map(runOf);
    if (list.style === 'number') return [new Paragraph({ ...ITEM, numbering: { reference, level }, children })];
    if (list.style === 'bullet') return [new Paragraph({ ...ITEM, bullet: { level }, children })];
    const box = new TextRun({ children: [entry.checked ? '\u2612' : '\u2610', new Tab()] });
    const indent = { left: INDENT * (level + 2), hanging: INDENT };
    return [new Paragraph({ ...ITEM, style: 'ListParagraph', indent, children: [box, ...children] })];
  });
}

/** Numberings of a document: each list has its own, or it would go on counting where the one before ended. */
class NumberedLists {
  #count = 0;

  /** @returns the name of the next list's numbering */
  begin(): string {
    this.#count += 1;
    return `numbered-${this.#count}`;
  }

  config() {
    return Array.from({ length: this.#count }, (_, index) => ({
      reference: `numbered-${index + 1}`,
      levels: numberedLevels(),
    }));
  }
}

function tableOf(table: NoteTable<Inline>, words: ExportWords): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: table.content.map(
      (row, index) =>
        new TableRow({
          tableHeader: table.header && index === 0,
          cantSplit: true,
          children: row.content.map((cell) => {
            const pieces = piecesOf(cell.content, words);
            const isHead = table.header && index === 0;
            const children = pieces.map((piece) => runOf(isHead ? { ...piece, bold: true } : piece));
            return new TableCell({ children: [new Paragraph({ children })] });
          }),
        }),
    ),
  });
}

function runOf({ text, bold, italic, strike, isAside }: Piece): TextRun {
  if (text === '\n') return new TextRun({ break: 1 });
  return new TextRun({
    text: xml(text),
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(strike && { strike }),
    ...(isAside && { color: '595959', size: 18 }),
  });
}

/** Text without the signs that XML 1.0 cannot hold. */
function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function numberedLevels() {
  return Array.from({ length: MAX_LIST_DEPTH + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT * (level + 2), hanging: INDENT } } },
  }));
}

function spoken(language: Language): string {
  return language === 'nb' ? 'nb-NO' : 'en-GB';
}
