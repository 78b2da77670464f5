import type { Block, Inline, Statement } from '#model/document/format.ts';
import { mapBlock } from '#model/document/walk.ts';

/**
 * A block of a note as it may stand in a text that is being written: words that were struck there are struck out here, a
 * picture stands as it was.
 * @param isGraded false leaves the grades of its statements out; a quote, which is somebody's own words, never has one
 */
export function asWritable(block: Block, isGraded: boolean): Block {
  if (block.type === 'image') {
    const { struck: _, ...image } = block;
    return image;
  }
  const keepsGrades = isGraded && block.type !== 'quote';
  return mapBlock(block, (content) =>
    content
      .flatMap((node): Inline[] => (node.type === 'struck' ? node.content.map(withStrike) : [node]))
      .filter((node) => keepsGrades || node.type !== 'grade'),
  );
}

function withStrike(node: Statement): Statement {
  if (node.type !== 'text') return node;
  const marks = (node.marks ?? []).filter((mark) => mark !== 'strike');
  return { ...node, marks: [...marks, 'strike'] };
}
