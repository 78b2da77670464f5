import { DecoratorNode, type NodeKey } from 'lexical';

/**
 * A node of ours that is one thing to the caret: selected and removed as a whole, drawn by a painter. Its value is what
 * the document says of it and is replaced, never changed.
 */
export abstract class LeafNode<T> extends DecoratorNode<null> {
  readonly __value: T;

  constructor(value: T, key?: NodeKey) {
    super(key);
    this.__value = value;
  }

  // The document has its own format; nothing goes in or out as the editor's JSON.
  static override importJSON(): never {
    throw new Error('a node is read from the document, not from editor JSON');
  }

  override exportJSON(): never {
    throw new Error('a node is written to the document, not to editor JSON');
  }

  getValue(): T {
    return this.getLatest().__value;
  }

  override updateDOM(previous: this): boolean {
    return previous.__value !== this.__value;
  }
}
