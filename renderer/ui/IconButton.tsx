import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Tip } from './Tip.tsx';
import './button.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> {
  icon: IconName;
  /** Its name: shown on hover and focus, and read aloud. */
  label: string;
  keys?: string;
  size?: 'sm' | 'md' | 'lg';
  variant?: 'plain' | 'quiet';
  on?: boolean;
  tipSide?: 'top' | 'right' | 'bottom' | 'left';
  ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only its icon: for toolbars and the rail, never in a list. */
export function IconButton(props: Props) {
  const { icon, label, keys, size = 'md', variant = 'quiet', on, tipSide, className, ...rest } = props;
  return (
    <Tip label={label} keys={keys} {...(tipSide ? { side: tipSide } : {})}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        {...(keys ? { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') } : {})}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        className={classNames('vb-btn vb-btn-icon', `vb-btn-${variant}`, `vb-btn-${size}`, className)}
      >
        <Icon name={icon} size={size === 'lg' ? 20 : size === 'sm' ? 14 : 16} />
      </button>
    </Tip>
  );
}
