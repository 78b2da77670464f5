import type { Block, Image, Inline, NoteDocument, Statement, Strike, Struck } from './format.ts';
import { documentText, gradeText } from './text.ts';
import { mapBlock } from './walk.ts';

/** How much of a note is told to somebody outside. */
export interface Telling {
  /** Grades stand beside their statements; never on cards or in case documents. */
  readonly grades: boolean;
  /** Statements that may be passed on only on conditions (handling code C) are told too. */
  readonly conditional: boolean;
  /**
   * Struck words and pictures are left out, as where nothing is said; or they stand there as struck, with the reason; or a bar
   * stands in their place, with who struck them and when, without the reason.
   */
  readonly struck?: 'left_out' | 'shown' | 'barred';
  /** The word that tells an assessment from a fact in the reader's language; grades are then told as text. */
  readonly assessment?: string;
  /** What stands in the place of what is not told. */
  readonly bar: string;
}

/** A node of a line with the strike it lies under. */
interface Part {
  readonly node: Statement;
  readonly under: Struck | null;
}

/** The text of a note as it is told to somebody outside. */
export function toldText(document: NoteDocument, telling: Telling): string {
  return documentText(toldDocument(document, telling).document);
}

/**
 * A note as it is told to somebody outside.
 * @returns also how many statements, or strikes, a bar stands for
 */
export function toldDocument(
  document: NoteDocument,
  telling: Telling,
): { readonly document: NoteDocument; readonly barred: number } {
  let barred = 0;
  const told = (blocks: readonly Block[]) =>
    blocks.flatMap((block): Block[] => {
      if (block.type === 'image' && block.struck) {
        if (telling.struck === 'barred') barred += 1;
        return toldImage(block, block.struck, telling);
      }
      return [
        mapBlock(block, (content) => {
          const one = toldContent(content, telling);
          barred += one.barred;
          return one.told;
        }),
      ];
    });
  const blocks = told(document.blocks);
  const addenda = (document.addenda ?? []).map((addendum) => ({ ...addendum, content: told(addendum.content) }));
  return { document: { ...document, blocks, addenda }, barred };
}

/** What stands in the place of a picture that was struck: nothing, the picture, or a bar that was struck. */
function toldImage(image: Image, strike: Strike, { struck = 'left_out', bar }: Telling): Block[] {
  if (struck === 'left_out') return [];
  if (struck === 'shown') return [image];
  const { by, at } = strike;
  return [
    { type: 'paragraph', content: [{ type: 'struck', by, at, reason: '', content: [{ type: 'text', text: bar }] }] },
  ];
}

function toldContent(content: readonly Inline[], telling: Telling) {
  const { grades, conditional, struck = 'left_out', bar, assessment } = telling;
  const told: Part[] = [];
  let barred = 0;
  /** Where the statement begins that the next grade is for. */
  let start = 0;
  for (const part of partsOf(content)) {
    const { node, under } = part;
    if (node.type !== 'grade') {
      if (under === null || struck !== 'left_out') told.push(part);
      continue;
    }
    // A grade that was struck still holds for what stands before it.
    if (node.handling === 'C' && !conditional) {
      if (told.length > start) {
        told.splice(start, told.length - start, { node: { type: 'text', text: bar }, under: null });
        barred += 1;
      }
      start = told.length;
    } else if (under === null) {
      if (grades && assessment === undefined) told.push(part);
      else if (grades) told.push({ node: { type: 'text', text: `[${gradeText(node, assessment)}]` }, under });
      start = told.length;
    } else if (grades && struck === 'shown') told.push(part);
  }
  const lines = inlinesOf(told);
  if (struck !== 'barred') return { told: lines, barred };
  const withBars = lines.map(
    (node): Inline => (node.type === 'struck' ? { ...node, reason: '', content: [{ type: 'text', text: bar }] } : node),
  );
  return { told: withBars, barred: barred + lines.filter(({ type }) => type === 'struck').length };
}

function partsOf(content: readonly Inline[]): Part[] {
  return content.flatMap((node): Part[] =>
    node.type === 'struck' ? node.content.map((inner) => ({ node: inner, under: node })) : [{ node, under: null }],
  );
}

/** The parts in one again: what lies under the same strike is one struck run. */
function inlinesOf(parts: readonly Part[]): Inline[] {
  const runs: { readonly under: Struck | null; readonly nodes: Statement[] }[] = [];
  for (const { node, under } of parts) {
    const run = runs.at(-1);
    if (run && run.under === under) run.nodes.push(node);
    else runs.push({ under, nodes: [node] });
  }
  return runs.flatMap(({ under, nodes }): Inline[] => (under === null ? nodes : [{ ...under, content: nodes }]));
}
