import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { MentionNode } from './nodes/mention-node.ts';
import { PlaceholderNode } from './nodes/placeholder-node.ts';

/**
 * Every node of the editor besides its own root, paragraph, text and line break. A new one is added here and in
 * `state/`, and gets a name in the document's format (`#model/document/format.ts`) before it can be stored.
 */
export const NOTE_NODES = [HeadingNode, QuoteNode, ListNode, ListItemNode, MentionNode, PlaceholderNode] as const;
