import { useEffect, useRef } from 'react';

/**
 * Gives the focus back to where it was before something opened over the page, also when that is taken away rather than
 * closed. Whoever took the focus meanwhile keeps it.
 */
export function useReturnFocus(open: boolean): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Read while rendering: once it is on the page, it has the focus itself.
  if (open && !wasOpen.current) from.current = document.activeElement;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    return () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && from.current instanceof HTMLElement) from.current.focus({ preventScroll: true });
      });
    };
  }, [open]);
}
