import type { ReactNode } from 'react';
import './top-bar.css';

interface Props {
  title: string;
  /** Beside the title: a count, a date. */
  sub?: ReactNode;
  /** At the left, after the title. */
  children?: ReactNode;
  /** At the right; the search box comes last. */
  actions?: ReactNode;
}

/** The bar over a page outside a case. */
export function TopBar({ title, sub, children, actions }: Props) {
  return (
    <header className="vb-topbar">
      <h1>{title}</h1>
      {sub && <span className="vb-topbar-sub">{sub}</span>}
      {children}
      <div className="vb-topbar-actions">{actions}</div>
    </header>
  );
}
