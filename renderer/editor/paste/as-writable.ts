import type { Block, Inline, Statement } from '#model/document/format.ts';
import { mapBlock } from '#model/document/walk.ts';

/** A block of a signed note as it may stand in a text that is being written: what was struck there is struck out here. */
export function asWritable(block: Block): Block {
  return mapBlock(block, (content) =>
    content.flatMap((node): Inline[] => (node.type === 'struck' ? node.content.map(withStrike) : [node])),
  );
}

function withStrike(node: Statement): Statement {
  if (node.type !== 'text') return node;
  const marks = (node.marks ?? []).filter((mark) => mark !== 'strike');
  return { ...node, marks: [...marks, 'strike'] };
}
