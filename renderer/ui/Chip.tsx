import type { ReactNode } from 'react';
import type { Tone } from '#model/kinds/define.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import './chip.css';

interface Props {
  children: ReactNode;
  icon?: IconName;
  /** In the hue of a kind; without it the chip is grey. */
  tone?: Tone;
  /** Dashed: planned, unconfirmed, or said of the thing rather than part of it. */
  dashed?: boolean;
  title?: string;
}

/** A short word in a frame. */
export function Chip({ children, icon, tone, dashed, title }: Props) {
  return (
    <span className={classNames('vb-chip', dashed && 'vb-chip-dashed')} data-k={tone} title={title}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
