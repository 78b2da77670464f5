import { useEffect, useRef } from 'react';

/** Where the focus was before the first of what now lies over the page: a question may be followed by another. */
let onPage: Element | null = null;

/**
 * Gives the focus back to where it was before something opened over the page, also when that is taken away rather than
 * closed, and also when it asked on from another that is gone. Whoever took the focus meanwhile keeps it.
 */
export function useReturnFocus(open: boolean): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Read while rendering: once it is on the page, it has the focus itself.
  if (open && !wasOpen.current) {
    from.current = document.activeElement;
    if (!from.current?.closest('[role="dialog"]')) onPage = from.current;
  }
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    return () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        const to = from.current?.isConnected ? from.current : onPage;
        if (lost && to instanceof HTMLElement) to.focus({ preventScroll: true });
      });
    };
  }, [open]);
}
