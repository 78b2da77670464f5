import { $getDocument, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Image } from '#model/document/format.ts';

import { LeafNode } from './leaf-node.ts';
import { paintersOf } from './painters.ts';

/** A picture from the attachments, a block of its own. */
export class ImageNode extends LeafNode<Image> {
  static override getType(): string {
    return 'image';
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.__value, node.__key);
  }

  override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
    const dom = $getDocument().createElement('div');
    paintersOf(editor).image(dom, this.__value);
    return dom;
  }

  override getTextContent(): string {
    return this.getValue().alt;
  }

  override isInline(): false {
    return false;
  }
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
