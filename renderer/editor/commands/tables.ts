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
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type LexicalEditor,
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
  $insertNodes([table]);
  // Writing goes on after it, also when it is the last block.
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
  table.getFirstDescendant()?.selectStart();
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
