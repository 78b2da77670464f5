import type { Tone } from '#model/kinds/define.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconName, isIconName } from './Icon.tsx';
import './kind-badge.css';

interface Props {
  kind: Kind;
  /** The record's own hue where its kind has several (a measure's type); it then has that hue's icon. */
  tone?: Tone | undefined;
  /** The kind's name beside the mark, in the hue. Without it a word must stand next to the badge anyway. */
  label?: string;
  size?: 'md' | 'lg';
}

/** Icon of a kind, or of one record whose hue is its own. */
export function iconOf(kind: Kind, tone?: Tone): IconName {
  const own = kindOf(kind);
  if (tone && tone !== own.tone) return `k-${tone}`;
  return isIconName(own.icon) ? own.icon : `k-${own.tone}`;
}

/** What kind a record is: its icon on its tint, or icon and name. */
export function KindBadge({ kind, tone, label, size = 'md' }: Props) {
  const icon = iconOf(kind, tone);
  const hue = tone ?? kindOf(kind).tone;
  if (label !== undefined)
    return (
      <span className="vb-kind" data-k={hue}>
        <Icon name={icon} />
        {label}
      </span>
    );
  return (
    <span className={classNames('vb-kind-badge', size === 'lg' && 'vb-kind-badge-lg')} data-k={hue}>
      <Icon name={icon} size={size === 'lg' ? 16 : 14} />
    </span>
  );
}
