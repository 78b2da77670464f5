import { $getDocument, type LexicalEditor, type LexicalNode } from 'lexical';
import type { GradeMark } from '#model/document/format.ts';
import { gradeText } from '#model/document/text.ts';
import { LeafNode } from './leaf-node.ts';
import { paintersOf } from './painters.ts';

/** The grade of the statement before it. */
export class GradeNode extends LeafNode<GradeMark> {
  static override getType(): string {
    return 'grade';
  }

  static override clone(node: GradeNode): GradeNode {
    return new GradeNode(node.__value, node.__key);
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    paintersOf(editor).grade(dom, this.__value);
    return dom;
  }

  override getTextContent(): string {
    return `[${gradeText(this.getValue())}]`;
  }

  override isInline(): true {
    return true;
  }
}

export function $isGradeNode(node: LexicalNode | null | undefined): node is GradeNode {
  return node instanceof GradeNode;
}
