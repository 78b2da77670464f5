import { $isListNode, ListItemNode, ListNode, registerListStrictIndentTransform } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $isTableRowNode,
  registerTableCellUnmergeTransform,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical';
import { MAX_LIST_DEPTH } from '#model/document/format.ts';
import { CalloutNode } from '../nodes/callout-node.ts';
import { $unwrapSpan, SpanNode } from '../nodes/span-node.ts';

const KEPT_FORMATS = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH;

/**
 * Holds the editor to what the document can say, however something came in: no other text formats, no styles, no
 * alignment, no deeper lists, cells of one paragraph. What is on screen is then what is stored.
 */
export function registerGuard(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~KEPT_FORMATS) !== 0) node.setFormat(node.getFormat() & KEPT_FORMATS);
      if (node.getStyle() !== '') node.setStyle('');
      if (node.getMode() !== 'normal') node.setMode('normal');
    }),
    editor.registerNodeTransform(ParagraphNode, $plainBlock),
    editor.registerNodeTransform(QuoteNode, $plainBlock),
    editor.registerNodeTransform(CalloutNode, $plainBlock),
    editor.registerNodeTransform(HeadingNode, (node) => {
      $plainBlock(node);
      if (['h4', 'h5', 'h6'].includes(node.getTag())) node.setTag('h3');
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getStart() !== 1) node.setStart(1);
    }),
    editor.registerNodeTransform(ListItemNode, (node) => {
      if (node.getIndent() >= MAX_LIST_DEPTH) node.setIndent(MAX_LIST_DEPTH - 1);
    }),
    editor.registerNodeTransform(SpanNode, $plainSpan),
    editor.registerNodeTransform(TableNode, $plainTable),
    editor.registerNodeTransform(TableCellNode, $plainCell),
    registerTableCellUnmergeTransform(editor),
    registerListStrictIndentTransform(editor),
  );
}

function $plainBlock(node: ElementNode): void {
  if (node.getIndent() !== 0) node.setIndent(0);
  if (node.getFormatType() !== '') node.setFormat('');
}

/** Words only: what else came into a span stands after it, and a span without words is none. */
function $plainSpan(node: SpanNode): void {
  for (const child of node.getChildren().reverse()) {
    if (!$isTextNode(child) && !$isLineBreakNode(child)) node.insertAfter(child);
  }
  if (node.isEmpty() || $isElementNode(node.getParent()) === false) $unwrapSpan(node);
}

/** The first row names the columns or none does: by its first cell. */
function $plainTable(node: TableNode): void {
  const [first, ...rest] = node.getChildren().filter($isTableRowNode);
  const cellsOf = (row: ElementNode | undefined) =>
    row?.getChildren().filter((cell): cell is TableCellNode => cell instanceof TableCellNode) ?? [];
  const state =
    cellsOf(first)[0]?.getHeaderStyles() === TableCellHeaderStates.NO_STATUS
      ? TableCellHeaderStates.NO_STATUS
      : TableCellHeaderStates.ROW;
  for (const cell of cellsOf(first)) $setHeader(cell, state);
  for (const row of rest) for (const cell of cellsOf(row)) $setHeader(cell, TableCellHeaderStates.NO_STATUS);
  if (node.getColWidths() !== undefined) node.setColWidths(undefined);
}

function $setHeader(cell: TableCellNode, state: number): void {
  if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
}

/** One paragraph: others become lines of it, and lists and headings in a cell lines too. */
function $plainCell(node: TableCellNode): void {
  if (node.getWidth() !== undefined) node.setWidth(undefined);
  const [first, ...rest] = node.getChildren();
  if ($isParagraphNode(first) && rest.length === 0) return;
  const paragraph = $createParagraphNode();
  for (const block of node.getChildren()) $takeLines(block, paragraph);
  node.splice(0, node.getChildrenSize(), [paragraph]);
}

function $takeLines(block: unknown, paragraph: ParagraphNode): void {
  if (!$isElementNode(block as ElementNode)) return;
  const element = block as ElementNode;
  const children = element.getChildren();
  if ($isListNode(element) || children.some((child) => $isElementNode(child) && !child.isInline())) {
    for (const child of children) $takeLines(child, paragraph);
    return;
  }
  if (!paragraph.isEmpty()) paragraph.append($createLineBreakNode());
  paragraph.append(...children);
}
