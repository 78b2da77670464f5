import { $getDocument, DecoratorNode, type NodeKey } from 'lexical';
import type { Placeholder } from '#model/document/format.ts';

/** Stands for a part of a document that this build does not know. Only ever shown, in a read-only note. */
export class PlaceholderNode extends DecoratorNode<null> {
  readonly __placeholder: Placeholder;
  readonly __inline: boolean;

  constructor(placeholder: Placeholder, inline: boolean, key?: NodeKey) {
    super(key);
    this.__placeholder = placeholder;
    this.__inline = inline;
  }

  static override getType(): string {
    return 'placeholder';
  }

  static override clone(node: PlaceholderNode): PlaceholderNode {
    return new PlaceholderNode(node.__placeholder, node.__inline, node.__key);
  }

  static override importJSON(): PlaceholderNode {
    throw new Error('a placeholder is never stored');
  }

  override exportJSON(): never {
    throw new Error('a placeholder is never stored');
  }

  override createDOM(): HTMLElement {
    const { name, text } = this.__placeholder;
    const dom = $getDocument().createElement(this.__inline ? 'span' : 'div');
    dom.className = 'note-placeholder';
    const label = $getDocument().createElement('span');
    label.className = 'note-placeholder-name';
    label.textContent = name === '' ? '?' : name;
    dom.append(label, text);
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  override getTextContent(): string {
    return this.__placeholder.text;
  }

  override isInline(): boolean {
    return this.__inline;
  }
}
