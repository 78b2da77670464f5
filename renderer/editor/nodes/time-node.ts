import { $getDocument, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Time } from '#model/document/format.ts';
import { timeText } from '#model/document/text.ts';
import { LeafNode } from './leaf-node.ts';
import { paintersOf } from './painters.ts';

/** A date or a time inside text. */
export class TimeNode extends LeafNode<Time> {
  static override getType(): string {
    return 'time';
  }

  static override clone(node: TimeNode): TimeNode {
    return new TimeNode(node.__value, node.__key);
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    paintersOf(editor).time(dom, this.__value);
    return dom;
  }

  override getTextContent(): string {
    return timeText(this.getValue());
  }

  override isInline(): true {
    return true;
  }
}

export function $isTimeNode(node: LexicalNode | null | undefined): node is TimeNode {
  return node instanceof TimeNode;
}
