import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import './notice.css';

interface Props {
  /** `problem` is announced at once. */
  tone?: 'problem' | 'ok' | 'info';
  /** What happened, one sentence. */
  title: string;
  /** A short fact behind the title, on the same line. */
  fact?: ReactNode;
  /** What was kept and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

const ICONS = { problem: 'warn', ok: 'check-c', info: 'info' } as const;

/** Says what happened, what was kept and what to do next. */
export function Notice({ tone = 'info', title, fact, children, action, className }: Props) {
  return (
    <div
      className={classNames('vb-notice', `vb-notice-${tone}`, className)}
      role={tone === 'problem' ? 'alert' : 'status'}
    >
      <Icon name={ICONS[tone]} />
      <div className="vb-notice-text">
        <p>
          <strong>{title}</strong>
          {fact && <> {fact}</>}
        </p>
        {children && <div className="vb-notice-more">{children}</div>}
      </div>
      {action && <div className="vb-notice-action">{action}</div>}
    </div>
  );
}
