import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

export interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>;
  onKeyDown(event: KeyboardEvent): void;
  /** Esc, before an open tooltip takes it for itself. */
  onKeyDownCapture(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  /** Moves the focus to the control that had it last. */
  focus(): void;
}

/**
 * One stop of Tab for a whole toolbar, arrows inside it (WAI-ARIA Authoring Practices, toolbar). Controls carry `data-rove`
 * and are never disabled, only said to be: a stop that cannot be focused would make the toolbar unreachable.
 */
export function useRoving(onEscape: () => void): Roving {
  const ref = useRef<HTMLDivElement>(null);
  const controls = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])];
  const setStop = (stop: HTMLElement | undefined) => {
    for (const control of controls()) control.tabIndex = control === stop ? 0 : -1;
  };
  useLayoutEffect(() => {
    const [first, ...rest] = [...(ref.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])];
    if (first) first.tabIndex = 0;
    for (const control of rest) control.tabIndex = -1;
  }, []);
  return {
    ref,
    focus: () =>
      controls()
        .find((control) => control.tabIndex === 0)
        ?.focus(),
    onFocus(event) {
      const stop = controls().find((control) => control.contains(event.target));
      if (stop) setStop(stop);
    },
    onKeyDown(event) {
      if (event.defaultPrevented || !ref.current?.contains(event.target as Node)) return;
      const all = controls();
      const index = all.findIndex((control) => control.contains(document.activeElement));
      const move = MOVES[event.key];
      if (!move || index === -1) return;
      event.preventDefault();
      all[move(index, all.length)]?.focus();
    },
    onKeyDownCapture(event) {
      if (event.key !== 'Escape' || !ref.current?.contains(event.target as Node)) return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    },
  };
}
