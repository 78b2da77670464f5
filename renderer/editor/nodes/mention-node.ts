import { $getDocument, DecoratorNode, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import type { Mention } from '#model/document/format.ts';
import type { LinkType } from '#model/kinds/note.ts';
import { paintMention } from '../mentions/paint.ts';

/** A mention of a record inside text: one thing to the caret, selected and removed as a whole. */
export class MentionNode extends DecoratorNode<null> {
  readonly __mention: Mention;

  constructor(mention: Mention, key?: NodeKey) {
    super(key);
    this.__mention = mention;
  }

  static override getType(): string {
    return 'mention';
  }

  static override clone(node: MentionNode): MentionNode {
    return new MentionNode(node.__mention, node.__key);
  }

  // The document has its own format; nothing goes in or out as the editor's JSON.
  static override importJSON(): MentionNode {
    throw new Error('a mention is read from the document, not from editor JSON');
  }

  override exportJSON(): never {
    throw new Error('a mention is written to the document, not to editor JSON');
  }

  getMention(): Mention {
    return this.getLatest().__mention;
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    paintMention(editor, dom, this.__mention);
    return dom;
  }

  override updateDOM(previous: MentionNode): boolean {
    return previous.__mention !== this.__mention;
  }

  override getTextContent(): string {
    return `@${this.getMention().label}`;
  }

  override isInline(): true {
    return true;
  }
}

export function $createMentionNode(mention: Mention): MentionNode {
  return new MentionNode(mention);
}

export function $isMentionNode(node: LexicalNode | null | undefined): node is MentionNode {
  return node instanceof MentionNode;
}

/** Puts a mention of the same record with another link type in its place; returns it. */
export function $setLinkType(node: MentionNode, link: LinkType): MentionNode {
  const changed = $createMentionNode({ ...node.getMention(), link });
  node.replace(changed);
  return changed;
}
