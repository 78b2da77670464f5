import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import './split-pane.css';

interface SplitProps {
  /** A list at the left of the main part. */
  list?: ReactNode;
  listWidth?: number;
  children: ReactNode;
  /** An inspector at the right; it takes room and never lies over the main part. */
  inspector?: ReactNode;
  /** px; 320 beside a timeline, up to 376 where it carries text. */
  inspectorWidth?: number;
}

/** A page of up to three columns, each scrolling by itself. */
export function SplitPane({ list, listWidth = 256, children, inspector, inspectorWidth = 328 }: SplitProps) {
  const columns = [list && `${listWidth}px`, 'minmax(0, 1fr)', inspector && `${inspectorWidth}px`];
  return (
    <div className="vb-split" style={{ gridTemplateColumns: columns.filter(Boolean).join(' ') }}>
      {list && <div className="vb-split-list">{list}</div>}
      <div className="vb-split-main">{children}</div>
      {inspector}
    </div>
  );
}

interface InspectorProps {
  /** Name of what is inspected. */
  title: string;
  subtitle?: ReactNode;
  badge?: ReactNode;
  /** Buttons before the cross. */
  actions?: ReactNode;
  onClose?: () => void;
  /** Stays below the scrolling part: who changed it last, and when. */
  foot?: ReactNode;
  children: ReactNode;
}

/** Frame of what is edited at the right of a page. */
export function Inspector({ title, subtitle, badge, actions, onClose, foot, children }: InspectorProps) {
  const { t } = useTranslation('app');
  return (
    <aside className="vb-inspector" aria-label={title}>
      <header className="vb-inspector-head">
        {badge}
        <div className="vb-grow">
          <h2 className="vb-cut" title={title}>
            {title}
          </h2>
          {subtitle && <div className="vb-inspector-sub">{subtitle}</div>}
        </div>
        {actions}
        {onClose && <IconButton icon="close" label={t('close')} keys="Escape" onClick={onClose} />}
      </header>
      <div className="vb-inspector-body">{children}</div>
      {foot && <footer className="vb-inspector-foot">{foot}</footer>}
    </aside>
  );
}

/** A part of an inspector, with a line above it. */
export function InspectorPart({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="vb-inspector-part">
      {title && <h3>{title}</h3>}
      {children}
    </section>
  );
}
