import { $getDocument, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Image, LinkTarget } from '#model/document/format.ts';

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

/** Puts a picture with another link in its place, or with none; returns it. */
export function $linkImage(node: ImageNode, target: LinkTarget | null): ImageNode {
  const { type, attachment, alt } = node.getValue();
  const changed = new ImageNode(target ? { type, attachment, alt, link: target } : { type, attachment, alt });
  node.replace(changed);
  return changed;
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
