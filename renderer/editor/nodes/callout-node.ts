import {
  $createParagraphNode,
  $getDocument,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import type { CalloutTone } from '#model/document/format.ts';

/** A paragraph in a frame. Enter leaves it, as with a quote; Backspace at its start makes it a paragraph. */
export class CalloutNode extends ElementNode {
  readonly __tone: CalloutTone;

  constructor(tone: CalloutTone, key?: NodeKey) {
    super(key);
    this.__tone = tone;
  }

  static override getType(): string {
    return 'callout';
  }

  static override clone(node: CalloutNode): CalloutNode {
    return new CalloutNode(node.__tone, node.__key);
  }

  static override importJSON(): never {
    throw new Error('a callout is read from the document, not from editor JSON');
  }

  override exportJSON(): never {
    throw new Error('a callout is written to the document, not to editor JSON');
  }

  getTone(): CalloutTone {
    return this.getLatest().__tone;
  }

  override createDOM(): HTMLElement {
    const dom = $getDocument().createElement('p');
    dom.className = 'note-callout';
    dom.dataset.tone = this.__tone;
    return dom;
  }

  override updateDOM(previous: this): boolean {
    return previous.__tone !== this.__tone;
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const after = $createParagraphNode();
    this.insertAfter(after, restoreSelection);
    return after;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    for (const child of this.getChildren()) paragraph.append(child);
    this.replace(paragraph);
    return true;
  }
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode;
}
