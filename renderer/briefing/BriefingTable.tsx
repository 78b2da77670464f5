import type { Cell, Column, Row } from '#model/briefing.ts';
import { Mark } from './Mark.tsx';
import { Told } from './Told.tsx';

interface Props {
  columns: readonly Column[];
  rows: readonly Row[];
}

/** A row with more text than this may be cut by the end of a page: moved whole, it would leave half a page white. */
const LONG_CHARACTERS = 1_200;

/** A table whose heading is repeated on every page and whose rows stay whole. */
export function BriefingTable({ columns, rows }: Props) {
  return (
    <table>
      <colgroup>
        {columns.map((column) => (
          <col key={column.heading} className={`bp-${column.width}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.heading} scope="col">
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes, its rows have no other name
          <TableRow key={index} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const isLong = row.cells.some(({ text }) => text.length > LONG_CHARACTERS);
  const marked = Math.max(
    0,
    columns.findIndex(({ width }) => width !== 'time'),
  );
  const names = [row.strong && 'bp-strong', isLong && 'bp-long'].filter(Boolean).join(' ');
  return (
    <tr className={names || undefined} data-k={row.tone}>
      {row.cells.map((cell, index) => (
        <td key={columns[index]?.heading}>
          {row.tone && index === marked && <Mark name={`k-${row.tone}`} />}
          <CellText cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function CellText({ cell }: { cell: Cell }) {
  if (cell.note === undefined) return <Told text={cell.text} />;
  return (
    <>
      <p className="bp-told">
        <Told text={cell.text} />
      </p>
      <p className="bp-note">
        <Told text={cell.note} />
      </p>
    </>
  );
}
