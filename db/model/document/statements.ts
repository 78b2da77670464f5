import type { Inline, NoteDocument } from './format.ts';
import type { Grade } from './grading.ts';
import { ASSESSMENT, gradeText, inlineText } from './text.ts';
import { contentsOf } from './walk.ts';

/** A statement of a note: what stands before its grade, back to the grade before or to the start of its block, item or cell. */
export interface GradedStatement {
  readonly text: string;
  /** Null for what nobody graded. */
  readonly grade: (Grade & { readonly text: string }) | null;
}

/** The statements of a note in reading order; a grade that was struck still holds for what stands before it. */
export function statementsOf(document: NoteDocument): GradedStatement[] {
  const statements: GradedStatement[] = [];
  for (const content of contentsOf(document)) {
    let text = '';
    const take = (node: Inline) => {
      if (node.type === 'struck') {
        for (const inner of node.content) take(inner);
      } else if (node.type === 'grade') {
        const { source, information, handling, basis } = node;
        statements.push({ text: text.trim(), grade: { source, information, handling, basis, text: gradeText(node) } });
        text = '';
      } else text += inlineText([node]);
    };
    for (const node of content) if (node.type !== 'placeholder') take(node);
    if (text.trim() !== '') statements.push({ text: text.trim(), grade: null });
  }
  return statements;
}

const GRADE = /\[([1-3])-([A-E])-([PC])[^\]\n]*\]/;

/** The statements of plain text, as far as it tells them: a new line ends one, and so does the next cell of a table. */
export function statementsOfText(text: string): GradedStatement[] {
  const statements: GradedStatement[] = [];
  for (const line of text.split(/[\n\t]/)) {
    let rest = line;
    for (let match = GRADE.exec(rest); match; match = GRADE.exec(rest)) {
      const [mark, source, information, handling] = match;
      const told = mark.slice(1, -1);
      const basis = told.endsWith(ASSESSMENT) ? 'assessment' : 'fact';
      const grade = { source, information, handling, basis, text: told } as GradedStatement['grade'];
      statements.push({ text: rest.slice(0, match.index).trim(), grade });
      rest = rest.slice(match.index + mark.length);
    }
    if (rest.trim() !== '') statements.push({ text: rest.trim(), grade: null });
  }
  return statements;
}
