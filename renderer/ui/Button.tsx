import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './button.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  children: ReactNode;
  /** `primary` is the one main action of a view; `quiet` has no frame; `link` leads elsewhere. */
  variant?: 'plain' | 'primary' | 'quiet' | 'link';
  /** 24, 28 or 36 px high. */
  size?: 'sm' | 'md' | 'lg';
  icon?: IconName;
  iconAfter?: IconName;
  /** Chord that does the same, shown in the button. */
  keys?: string;
  /** Pressed state of a button that stays on. */
  on?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a word; `type` is `button` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { children, variant = 'plain', size = 'md', icon, iconAfter, keys, on, wide, className, ...rest } = props;
  const glyph = size === 'sm' ? 14 : 16;
  return (
    <button
      type="button"
      {...rest}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      className={classNames('vb-btn', `vb-btn-${variant}`, `vb-btn-${size}`, wide && 'vb-btn-wide', className)}
    >
      {icon && <Icon name={icon} size={glyph} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={14} />}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
