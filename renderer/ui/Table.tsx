import type { KeyboardEvent, MouseEvent, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import './table.css';

interface TableProps {
  /** What the rows are; read aloud. */
  label: string;
  /** Cells of the head. */
  head: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Up and down walk from the name of one row to the next, Home and End to the first and last. */
function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.vb-row-link')];
  const at = links.indexOf(event.target as HTMLElement);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const next = at < 0 ? undefined : links[to[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A dense table whose head stays while its body scrolls. */
export function Table({ label, head, children, className }: TableProps) {
  return (
    <table className={classNames('vb-table', className)} aria-label={label} onKeyDown={walkRows}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface CellProps {
  /** Figures stand at the right. */
  end?: boolean;
}

export function Th({ end, className, ...rest }: CellProps & ThHTMLAttributes<HTMLTableCellElement>) {
  return <th scope="col" {...rest} className={classNames(end && 'vb-end', className)} />;
}

export function Td({ end, className, ...rest }: CellProps & TdHTMLAttributes<HTMLTableCellElement>) {
  return <td {...rest} className={classNames(end && 'vb-end', className)} />;
}

interface RowProps {
  children: ReactNode;
  selected?: boolean;
  /** Struck: shown, but counts no more. */
  struck?: boolean;
  /** A click anywhere in the row; a RowLink in its first cell does the same for the keyboard. */
  onOpen?: () => void;
}

export function Tr({ children, selected, struck, onOpen }: RowProps) {
  const open = (event: MouseEvent) => {
    // A click that selects text, or on a control of its own, is not meant for the row.
    if ((event.target as Element).closest('button, a, input, select, textarea')) return;
    if (window.getSelection()?.isCollapsed === false) return;
    onOpen?.();
  };
  return (
    <tr
      className={classNames(selected && 'vb-selected', struck && 'vb-struck', onOpen && 'vb-opens')}
      {...(selected === undefined ? {} : { 'aria-selected': selected })}
      onClick={onOpen && open}
    >
      {children}
    </tr>
  );
}

/** The name of a row, which opens it. */
export function RowLink({ children, onOpen }: { children: ReactNode; onOpen: () => void }) {
  return (
    <button type="button" className="vb-row-link" onClick={onOpen}>
      {children}
    </button>
  );
}
