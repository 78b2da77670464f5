import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import './panel.css';

interface Props {
  title: string;
  icon?: IconName;
  /** How many, or a short line beside the title. */
  count?: ReactNode;
  actions?: ReactNode;
  /** Without padding, for tables and lists that carry their own. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A framed part of a page with its heading. */
export function Panel({ title, icon, count, actions, flush, className, children }: Props) {
  const id = useId();
  return (
    <section className={classNames('vb-panel', className)} aria-labelledby={id}>
      <header className="vb-panel-head">
        {icon && <Icon name={icon} />}
        <h2 id={id}>{title}</h2>
        {count !== undefined && count !== null && <span className="vb-panel-count">{count}</span>}
        {actions && <div className="vb-panel-actions">{actions}</div>}
      </header>
      <div className={flush ? 'vb-panel-flush' : 'vb-panel-body'}>{children}</div>
    </section>
  );
}
