import {
  $getDocument,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Strike } from '#model/document/format.ts';
import { paintersOf } from './painters.ts';

/** Text struck after signing. Only ever in a text that is shown, never in one that is written. */
export class StruckNode extends ElementNode {
  readonly __strike: Strike;

  constructor(strike: Strike, key?: NodeKey) {
    super(key);
    this.__strike = strike;
  }

  static override getType(): string {
    return 'struck';
  }

  static override clone(node: StruckNode): StruckNode {
    return new StruckNode(node.__strike, node.__key);
  }

  static override importJSON(): never {
    throw new Error('struck text is read from the document, not from editor JSON');
  }

  override exportJSON(): never {
    throw new Error('struck text is written to the document, not to editor JSON');
  }

  getStrike(): Strike {
    return this.getLatest().__strike;
  }

  /** The words lie in an `s`, the plate with the reason after it: both are read aloud. */
  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('span');
    dom.className = 'note-struck';
    const words = $getDocument().createElement('s');
    const plate = $getDocument().createElement('span');
    plate.className = 'note-struck-why';
    paintersOf(editor).struck(plate, this.__strike);
    dom.append(words, plate);
    return dom;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const words = element.firstElementChild;
    const slot = super.getDOMSlot(element);
    return words instanceof HTMLElement ? slot.withElement(words) : slot;
  }

  override updateDOM(previous: this): boolean {
    return previous.__strike !== this.__strike;
  }

  override isInline(): true {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }
}

export function $isStruckNode(node: LexicalNode | null | undefined): node is StruckNode {
  return node instanceof StruckNode;
}
