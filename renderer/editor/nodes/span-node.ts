import {
  $getDocument,
  $isRangeSelection,
  type BaseSelection,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import type { LinkedSpan } from '#model/document/format.ts';
import { paintersOf } from './painters.ts';

/** What a marked span links to; its words are its children. */
export type SpanTarget = Omit<LinkedSpan, 'content'>;

/** Words that link to a record. Typing at its edges does not widen it; without words it is gone. */
export class SpanNode extends ElementNode {
  readonly __target: SpanTarget;

  constructor(target: SpanTarget, key?: NodeKey) {
    super(key);
    this.__target = target;
  }

  static override getType(): string {
    return 'span';
  }

  static override clone(node: SpanNode): SpanNode {
    return new SpanNode(node.__target, node.__key);
  }

  static override importJSON(): never {
    throw new Error('a span is read from the document, not from editor JSON');
  }

  override exportJSON(): never {
    throw new Error('a span is written to the document, not to editor JSON');
  }

  getTarget(): SpanTarget {
    return this.getLatest().__target;
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    paintersOf(editor).span(dom, this.__target);
    return dom;
  }

  override updateDOM(previous: this): boolean {
    return previous.__target !== this.__target;
  }

  override isInline(): true {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }

  override canInsertTextBefore(): false {
    return false;
  }

  override canInsertTextAfter(): false {
    return false;
  }

  /** A block that is parted inside the words: both halves keep the link. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): SpanNode {
    const rest = new SpanNode(this.getTarget());
    this.insertAfter(rest, restoreSelection);
    return rest;
  }

  override extractWithChild(_child: LexicalNode, selection: BaseSelection | null): boolean {
    if (!$isRangeSelection(selection)) return false;
    return this.isParentOf(selection.anchor.getNode()) && this.isParentOf(selection.focus.getNode());
  }
}

export function $isSpanNode(node: LexicalNode | null | undefined): node is SpanNode {
  return node instanceof SpanNode;
}

/** Takes the link away and leaves its words. */
export function $unwrapSpan(node: ElementNode): void {
  for (const child of node.getChildren()) node.insertBefore(child);
  node.remove();
}
