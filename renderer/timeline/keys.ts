import type { Step } from './walk.ts';

/** What a key asks for. */
export type KeyCommand =
  | { readonly type: 'walk'; readonly step: Step }
  | { readonly type: 'nudge'; readonly mode: 'move' | 'start' | 'end'; readonly steps: number }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pan'; readonly windows: number }
  | { readonly type: 'goTo'; readonly end: 'first' | 'last' }
  | { readonly type: 'fit' | 'open' | 'clear' | 'context' };

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const WALK: Readonly<Record<string, Step>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const ZOOM = 1.5;
/** Part of the window that one Page key goes on. */
const PAGE = 0.8;

/**
 * Command of a key on the focused plot; null leaves the key to others.
 * Arrows, Home and End walk; Alt+left/right moves by a quarter of an hour, with Shift the end, Alt+up/down the start;
 * Ctrl+Home/End the case's ends; Page keys pan; + - 0 zoom; Enter opens; Shift+F10 the menu; Escape clears.
 */
export function keyCommand({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): KeyCommand | null {
  const isCtrl = ctrlKey || metaKey;
  if (altKey) return isCtrl ? null : nudge(key, shiftKey);
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { type: 'context' };
  if (isCtrl) {
    if (key === 'Home') return { type: 'goTo', end: 'first' };
    return key === 'End' ? { type: 'goTo', end: 'last' } : null;
  }
  const step = WALK[key];
  if (step) return { type: 'walk', step };
  switch (key) {
    case '+':
    case '=':
      return { type: 'zoom', factor: ZOOM };
    case '-':
      return { type: 'zoom', factor: 1 / ZOOM };
    case '0':
      return { type: 'fit' };
    case 'PageUp':
      return { type: 'pan', windows: -PAGE };
    case 'PageDown':
      return { type: 'pan', windows: PAGE };
    case 'Enter':
      return { type: 'open' };
    case 'Escape':
      return { type: 'clear' };
    default:
      return null;
  }
}

function nudge(key: string, isShift: boolean): KeyCommand | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { type: 'nudge', mode: isShift ? 'end' : 'move', steps: key === 'ArrowRight' ? 1 : -1 };
    case 'ArrowUp':
    case 'ArrowDown':
      return isShift ? null : { type: 'nudge', mode: 'start', steps: key === 'ArrowDown' ? 1 : -1 };
    default:
      return null;
  }
}
