import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface Props {
  /** Of the card, said when it takes the focus. */
  label: string;
  /** What stands in the text, and opens it. */
  source: ReactNode;
  /** Where `source` alone does not say of what it is. */
  sourceLabel?: string;
  className: string;
  cardClassName: string;
  /** px */
  width: number;
  children: ReactNode;
}

/** A source in the text that opens what it says: Esc closes it and gives the keys back, also before it has taken them. */
export function SourceCard({ label, source, sourceLabel, className, cardClassName, width, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={width}
      withinPortal
      trapFocus
      returnFocus
      transitionProps={{ duration: 90 }}
      classNames={{ dropdown: cardClassName }}
    >
      <Popover.Target>
        <button
          type="button"
          className={className}
          {...(sourceLabel && { 'aria-label': sourceLabel })}
          onClick={() => setOpen((on) => !on)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !isOpen) return;
            event.stopPropagation();
            setOpen(false);
          }}
        >
          {source}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {children}
        {/* The card holds nothing to press: it takes the focus itself, so that Esc closes it and it is read. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <span tabIndex={0} className="vb-sr" data-autofocus>
          {label}
        </span>
      </Popover.Dropdown>
    </Popover>
  );
}
