import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd.tsx';
import './tip.css';

interface Props {
  label: string;
  /** Chord that does the same. */
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}

/** A word beside a control on hover and focus. The control must carry its own name: this one is only seen. */
export function Tip({ label, keys, side = 'bottom', children }: Props) {
  return (
    <Tooltip
      classNames={{ tooltip: 'vb-tip' }}
      label={
        <>
          {label}
          {keys && <Kbd keys={keys} />}
        </>
      }
      position={side}
      openDelay={250}
      events={{ hover: true, focus: true, touch: false }}
      transitionProps={{ duration: 90 }}
      aria-hidden
    >
      {children}
    </Tooltip>
  );
}
