import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './empty-state.css';

interface Props {
  icon: IconName;
  /** What belongs here. */
  title: string;
  text?: ReactNode;
  /** The first thing to do. */
  action?: ReactNode;
}

/** Nothing here yet: says what belongs here and offers the first action. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="vb-empty">
      <span className="vb-empty-icon">
        <Icon name={icon} size={20} />
      </span>
      <p className="vb-empty-title">{title}</p>
      {text && <p className="vb-empty-text">{text}</p>}
      {action && <div className="vb-empty-action">{action}</div>}
    </div>
  );
}
