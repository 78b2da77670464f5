import type { Block, Inline, NoteDocument, Struck } from './format.ts';
import { documentText } from './text.ts';
import { mapBlock } from './walk.ts';

/** How much of a note is told to somebody outside. */
export interface Telling {
  /** Grades stand beside their statements; never on cards or in case documents. */
  readonly grades: boolean;
  /** Statements that may be passed on only on conditions (handling code C) are told too. */
  readonly conditional: boolean;
  /** What stands in the place of a statement that is not told. */
  readonly bar: string;
  /** What was struck stands there as struck, with its reason, as in a signed note; else it is left out. */
  readonly struck?: boolean;
}

/** The text of a note as it is told to somebody outside. */
export function toldText(document: NoteDocument, telling: Telling): string {
  return documentText(toldDocument(document, telling).document);
}

/**
 * A note as it is told to somebody outside.
 * @returns also how many statements a bar stands for
 */
export function toldDocument(
  document: NoteDocument,
  telling: Telling,
): { readonly document: NoteDocument; readonly barred: number } {
  let barred = 0;
  const told = (blocks: readonly Block[]) =>
    blocks.map((block) =>
      mapBlock(block, (content) => {
        const one = toldContent(content, telling);
        barred += one.barred;
        return one.told;
      }),
    );
  const blocks = told(document.blocks);
  const addenda = (document.addenda ?? []).map((addendum) => ({ ...addendum, content: told(addendum.content) }));
  return { document: { ...document, blocks, addenda }, barred };
}

function toldContent(content: readonly Inline[], telling: Telling): { told: Inline[]; barred: number } {
  const { grades, conditional, bar } = telling;
  const told: Inline[] = [];
  let barred = 0;
  /** Where the statement begins that the next grade is for. */
  let start = 0;
  for (const node of content) {
    if (node.type === 'struck') {
      if (!telling.struck) continue;
      const inner = toldContent(node.content, telling);
      barred += inner.barred;
      told.push({ ...node, content: inner.told as Struck['content'] });
      continue;
    }
    if (node.type !== 'grade') {
      told.push(node);
      continue;
    }
    if (node.handling === 'C' && !conditional) {
      if (told.length > start) {
        told.splice(start, told.length - start, { type: 'text', text: bar });
        barred += 1;
      }
    } else if (grades) told.push(node);
    start = told.length;
  }
  return { told, barred };
}
