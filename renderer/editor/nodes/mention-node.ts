import { $getDocument, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Mention } from '#model/document/format.ts';

import { LeafNode } from './leaf-node.ts';
import { paintersOf } from './painters.ts';

/** A mention of a record inside text. */
export class MentionNode extends LeafNode<Mention> {
  static override getType(): string {
    return 'mention';
  }

  static override clone(node: MentionNode): MentionNode {
    return new MentionNode(node.__value, node.__key);
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    paintersOf(editor).mention(dom, this.__value);
    return dom;
  }

  override getTextContent(): string {
    return `@${this.getValue().label}`;
  }

  override isInline(): true {
    return true;
  }
}

export function $isMentionNode(node: LexicalNode | null | undefined): node is MentionNode {
  return node instanceof MentionNode;
}

/** Other words about a link; a date that is said to be undefined is taken away. */
export interface LinkChange {
  readonly link?: Mention['link'];
  readonly date?: Mention['date'] | undefined;
}

/** Puts a mention of the same record with other words about the link in its place; returns it. */
export function $changeLink(node: MentionNode, change: LinkChange): MentionNode {
  const changed = new MentionNode(withLink(node.getValue(), change));
  node.replace(changed);
  return changed;
}

/** `target` with what is changed. */
export function withLink<T extends Pick<Mention, 'link' | 'date'>>(target: T, change: LinkChange): T {
  const { date, ...changed } = { ...target, ...change };
  return (date === undefined ? changed : { ...changed, date }) as T;
}
