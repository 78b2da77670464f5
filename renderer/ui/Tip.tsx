import { Tooltip } from '@mantine/core';
import { cloneElement, type ReactElement, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import './tip.css';

interface Props {
  label: string;
  /** Chord that does the same. */
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement<Pressable>;
}

interface Pressable {
  onPointerDownCapture?: () => void;
  onPointerLeave?: () => void;
}

/** A word beside a control on hover and focus. The control must carry its own name: this one is only seen. */
export function Tip({ label, keys, side = 'bottom', children }: Props) {
  // Once pressed it has been understood: the word goes, and does not lie over the page that opens beside it.
  const [isPressed, setPressed] = useState(false);
  return (
    <Tooltip
      disabled={isPressed}
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
      {cloneElement(children, {
        onPointerDownCapture: () => setPressed(true),
        onPointerLeave: () => setPressed(false),
      })}
    </Tooltip>
  );
}
