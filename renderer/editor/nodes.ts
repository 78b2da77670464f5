import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { CalloutNode } from './nodes/callout-node.ts';
import { GradeNode } from './nodes/grade-node.ts';
import { ImageNode } from './nodes/image-node.ts';
import { MentionNode } from './nodes/mention-node.ts';
import { PlaceholderNode } from './nodes/placeholder-node.ts';
import { SpanNode } from './nodes/span-node.ts';
import { StruckNode } from './nodes/struck-node.ts';
import { TimeNode } from './nodes/time-node.ts';

/**
 * Every node of the editor besides its own root, paragraph, text and line break. A new one is added here and in
 * `state/`, and gets a name in the document's format (`#model/document/format.ts`) before it can be stored.
 */
export const NOTE_NODES = [
  HeadingNode,
  QuoteNode,
  CalloutNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  ImageNode,
  MentionNode,
  SpanNode,
  TimeNode,
  GradeNode,
  StruckNode,
  PlaceholderNode,
] as const;
