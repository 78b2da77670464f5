import type { ReactNode } from 'react';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';

/** Stands where the answer is not there yet: "none" must never be read before it is known. */
export const UNKNOWN = '…';

/** One cell of the case header. */
export function Cell({
  icon,
  label,
  value,
  sub,
  big,
  strong,
  action,
}: {
  icon?: IconName;
  label: string;
  value: string;
  sub?: string;
  /** A clock or a count. */
  big?: boolean;
  /** The line below must not be overlooked. */
  strong?: boolean;
  /** Something to press beside the label. */
  action?: ReactNode;
}) {
  return (
    <div className="vb-case-cell">
      <div className="vb-case-label">
        {icon && <Icon name={icon} size={14} />}
        <span className="vb-cut">{label}</span>
        {action}
      </div>
      <div className={big ? 'vb-case-value vb-big' : 'vb-case-value vb-case-words'} title={value}>
        {value}
      </div>
      {sub && (
        <div className={strong ? 'vb-case-sub vb-strong' : 'vb-case-sub'} title={sub}>
          {sub}
        </div>
      )}
    </div>
  );
}
