import { type RefObject, useEffect, useRef } from 'react';

/** The words that were selected last in a part of the page, for a command that is chosen where the selection is lost. */
export interface KeptSelection {
  /** Selects them again, unless something in the part is selected now. */
  restore(): void;
}

/**
 * Keeps what is selected in `part`: the field of the palette takes the selection along with the keys. What is unselected in
 * the part itself is forgotten.
 */
export function useKeptSelection(part: RefObject<HTMLElement | null>): KeptSelection {
  const kept = useRef<Range | null>(null);
  useEffect(() => {
    const look = () => {
      const range = rangeIn(part.current);
      if (range) kept.current = range.collapsed ? null : range.cloneRange();
    };
    // The change is told later than the next key may come: before that takes the selection away, it is looked at itself.
    const stop = new AbortController();
    for (const name of ['selectionchange', 'keydown', 'pointerdown'] as const) {
      document.addEventListener(name, look, { capture: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, [part]);
  return {
    restore() {
      const now = rangeIn(part.current);
      if (kept.current === null || (now && !now.collapsed)) return;
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(kept.current);
    },
  };
}

function rangeIn(part: HTMLElement | null): Range | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && part?.contains(range.commonAncestorContainer) ? range : null;
}
