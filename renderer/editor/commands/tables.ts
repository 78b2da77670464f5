import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $setTableRowIsHeader,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type ParagraphNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { MAX_COLUMNS } from '#model/document/format.ts';
import { $isInTable } from './blocks.ts';

const ROWS = 3;
const COLUMNS = 3;

/** What can be done with the table the caret stands in. */
export const TABLE_STEPS = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'removeRow',
  'removeColumn',
  'header',
  'removeTable',
] as const;
export type TableStep = (typeof TABLE_STEPS)[number];

/** A table of three rows under named columns, the caret in its first cell. Not inside another table. */
export function $insertTable(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $isInTable(selection)) return;
  const table = $createTableNodeWithDimensions(ROWS, COLUMNS, { rows: true, columns: false });
  $place(table, selection);
  // Writing goes on after it, also when it is the last block.
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
  table.getFirstDescendant()?.selectStart();
}

/**
 * Before the block in which the caret stands if it stands at its beginning, in its place if that is empty, and else behind it.
 * The editor's own way to insert would take the text behind the caret into the last cell.
 */
function $place(table: TableNode, selection: RangeSelection): void {
  if (!selection.isCollapsed()) selection.removeText();
  const { anchor } = selection;
  const block = anchor.getNode().getTopLevelElement();
  if (block === null) $getRoot().append(table);
  else if ($isParagraphNode(block) && block.isEmpty()) block.replace(table);
  else if (!$isParagraphNode(block) || !$isAtStart(block, anchor)) block.insertAfter(table);
  else block.insertBefore(table);
}

function $isAtStart(block: ParagraphNode, anchor: PointType): boolean {
  const node = anchor.getNode();
  return anchor.offset === 0 && (node.is(block) || node.is(block.getFirstDescendant()));
}

/** Changes the table in which the caret stands. */
export function changeTable(editor: LexicalEditor, step: TableStep): void {
  editor.update(() => {
    const selection = $getSelection();
    const node = selection?.getNodes()[0];
    const table = node ? $findMatchingParent(node, $isTableNode) : null;
    if (table) $change(table, step);
  });
}

function $change(table: TableNode, step: TableStep): void {
  switch (step) {
    case 'rowAbove':
    case 'rowBelow':
      $insertTableRowAtSelection(step === 'rowBelow');
      break;
    case 'columnBefore':
    case 'columnAfter':
      if (table.getColumnCount() < MAX_COLUMNS) $insertTableColumnAtSelection(step === 'columnAfter');
      break;
    case 'removeRow':
      $deleteTableRowAtSelection();
      break;
    case 'removeColumn':
      $deleteTableColumnAtSelection();
      break;
    case 'header':
      $setTableRowIsHeader(table, 0, !$hasHeader(table));
      break;
    case 'removeTable': {
      const after = $createParagraphNode();
      table.replace(after);
      after.select();
    }
  }
}

function $hasHeader(table: TableNode): boolean {
  const row = table.getFirstChild();
  const cell = $isTableRowNode(row) ? row.getFirstChild() : null;
  return $isTableCellNode(cell) && cell.getHeaderStyles() === TableCellHeaderStates.ROW;
}
