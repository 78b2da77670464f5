import type { Inline, NoteDocument, Placeholder, ShownDocument } from './format.ts';
import type { Grade } from './grading.ts';
import { gradeText, inlineText } from './text.ts';
import { contentsOf } from './walk.ts';

/** A statement of a note: what stands before its grade, back to the grade before or to the start of its block, item or cell. */
export interface GradedStatement {
  readonly text: string;
  /** Null for what nobody graded. */
  readonly grade: (Grade & { readonly text: string }) | null;
}

/**
 * The statements of a note in reading order; a grade that was struck still holds for what stands before it. Only what was
 * set as a grade is one: signs that were typed like it are words.
 */
export function statementsOf(document: NoteDocument | ShownDocument): GradedStatement[] {
  const statements: GradedStatement[] = [];
  for (const content of contentsOf(document)) {
    let text = '';
    const take = (node: Inline | Placeholder) => {
      if (node.type === 'struck') {
        for (const inner of node.content) take(inner);
      } else if (node.type === 'grade') {
        const { source, information, handling, basis } = node;
        statements.push({ text: text.trim(), grade: { source, information, handling, basis, text: gradeText(node) } });
        text = '';
      } else text += inlineText([node]);
    };
    for (const node of content) take(node);
    if (text.trim() !== '') statements.push({ text: text.trim(), grade: null });
  }
  return statements;
}
