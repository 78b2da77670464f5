import type { DragMode } from './drag.ts';
import type { Step } from './walk.ts';

/** What a key asks for while nothing is held. */
export type KeyCommand =
  | { readonly type: 'walk'; readonly step: Step; readonly isExtending: boolean }
  | { readonly type: 'nudge'; readonly mode: 'move' | 'start' | 'end'; readonly steps: number }
  | { readonly type: 'grab'; readonly mode: DragMode }
  | { readonly type: 'jump'; readonly to: 'gap' | 'conflict'; readonly direction: 1 | -1 }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pan'; readonly windows: number }
  | { readonly type: 'goTo'; readonly end: 'first' | 'last' }
  | { readonly type: 'mark' | 'paste' | 'duplicate' }
  | { readonly type: 'fit' | 'open' | 'clear' | 'context' | 'toggle' | 'all' | 'remove' };

/** What a key does with what is held. */
export type HeldCommand =
  | { readonly type: 'step'; readonly by: 'quarter' | 'hour' | 'day'; readonly direction: 1 | -1 }
  | { readonly type: 'lane' | 'target'; readonly direction: 1 | -1 }
  | { readonly type: 'drop' | 'cancel' };

export interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Every key of the timeline by what it does, for the application's lists of keys and of commands: `while` says when it
 * counts, `offer` when it is a command of its own that can be asked for without its key (see `Offer`). Chords are written as
 * `Shift+ArrowRight`; the names of the entries are those of the words for them.
 */
export const TIMELINE_KEYS = [
  { id: 'walk', while: 'free', chords: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { id: 'ends', while: 'free', chords: ['Home', 'End'] },
  { id: 'caseStart', while: 'free', offer: 'always', chords: ['Ctrl+Home'] },
  { id: 'caseEnd', while: 'free', offer: 'always', chords: ['Ctrl+End'] },
  { id: 'gap', while: 'free', chords: ['G'] },
  { id: 'gapBack', while: 'free', offer: 'always', chords: ['Shift+G'] },
  { id: 'conflict', while: 'free', chords: ['K'] },
  { id: 'conflictBack', while: 'free', offer: 'always', chords: ['Shift+K'] },
  { id: 'open', while: 'free', offer: 'selected', chords: ['Enter'] },
  { id: 'menu', while: 'free', offer: 'selected', chords: ['Shift+F10', 'ContextMenu'] },
  { id: 'zoomIn', while: 'free', offer: 'always', chords: ['+'] },
  { id: 'zoomOut', while: 'free', offer: 'always', chords: ['-'] },
  { id: 'fit', while: 'free', offer: 'always', chords: ['0'] },
  { id: 'page', while: 'free', chords: ['PageUp', 'PageDown'] },
  { id: 'extend', while: 'free', chords: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'] },
  { id: 'toggle', while: 'free', offer: 'selected', chords: ['Ctrl+Space'] },
  { id: 'all', while: 'free', offer: 'selected', chords: ['Ctrl+A'] },
  { id: 'clear', while: 'free', offer: 'selected', chords: ['Escape'] },
  { id: 'move', while: 'free', chords: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'resizeStart', while: 'free', chords: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { id: 'resizeEnd', while: 'free', chords: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
  { id: 'create', while: 'free', offer: 'always', chords: ['Insert'] },
  { id: 'grab', while: 'free', offer: 'editable', chords: ['Space'] },
  { id: 'grabStart', while: 'free', offer: 'editable', chords: ['S'] },
  { id: 'grabEnd', while: 'free', offer: 'editable', chords: ['E'] },
  { id: 'copy', while: 'free', offer: 'editable', chords: ['D'] },
  { id: 'repeat', while: 'free', offer: 'editable', chords: ['R'] },
  { id: 'mark', while: 'free', offer: 'selected', chords: ['Ctrl+C'] },
  { id: 'paste', while: 'free', offer: 'copied', chords: ['Ctrl+V'] },
  { id: 'duplicate', while: 'free', offer: 'editable', chords: ['Ctrl+D'] },
  { id: 'cut', while: 'free', offer: 'editable', chords: ['X'] },
  { id: 'handOver', while: 'free', offer: 'editable', chords: ['H'] },
  { id: 'remove', while: 'free', offer: 'editable', chords: ['Delete'] },
  { id: 'heldQuarter', while: 'held', chords: ['ArrowLeft', 'ArrowRight'] },
  { id: 'heldHour', while: 'held', chords: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
  { id: 'heldDay', while: 'held', chords: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
  { id: 'heldLane', while: 'held', chords: ['ArrowUp', 'ArrowDown'] },
  { id: 'heldSnap', while: 'held', chords: ['PageUp', 'PageDown'] },
  { id: 'heldDrop', while: 'held', chords: ['Space', 'Enter'] },
  { id: 'heldCancel', while: 'held', chords: ['Escape'] },
] as const;

/** What must be there for a command: nothing, a selected item, one that may be changed, or something that was copied. */
export type Offer = 'always' | 'selected' | 'editable' | 'copied';

/** The key press that a chord is. */
export function keyOf(chord: string): Key {
  const parts = chord.split('+');
  const last = chord === '+' ? '+' : (parts.at(-1) ?? '');
  return {
    key: last === 'Space' ? ' ' : last,
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
  };
}

const WALK: Readonly<Record<string, Step>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const GRAB: Readonly<Record<string, DragMode>> = {
  ' ': 'move',
  s: 'start',
  e: 'end',
  d: 'copy',
  r: 'repeat',
  x: 'cut',
  h: 'handOver',
  insert: 'create',
};
const PLAIN: Readonly<Record<string, 'open' | 'clear' | 'fit' | 'remove' | 'context'>> = {
  Enter: 'open',
  Escape: 'clear',
  '0': 'fit',
  Delete: 'remove',
  ContextMenu: 'context',
};
const WITH_CTRL: Readonly<Record<string, KeyCommand>> = {
  a: { type: 'all' },
  c: { type: 'mark' },
  v: { type: 'paste' },
  d: { type: 'duplicate' },
};

const ZOOM = 1.5;
/** Part of the window that one Page key goes on. */
const PAGE = 0.8;

/** Command of a key on the focused plot; null leaves the key to others. */
export function keyCommand(pressed: Key): KeyCommand | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  const isCtrl = ctrlKey || metaKey;
  if (altKey) return isCtrl ? null : nudge(key, shiftKey);
  if (key === 'F10' && shiftKey) return { type: 'context' };
  if (isCtrl) return withCtrl(key);
  const step = WALK[key];
  if (step) return { type: 'walk', step, isExtending: shiftKey };
  const lower = key.toLowerCase();
  if (lower === 'g' || lower === 'k') {
    return { type: 'jump', to: lower === 'g' ? 'gap' : 'conflict', direction: shiftKey ? -1 : 1 };
  }
  if (key === '+' || key === '=') return { type: 'zoom', factor: ZOOM };
  if (key === '-') return { type: 'zoom', factor: 1 / ZOOM };
  if (key === 'PageUp' || key === 'PageDown') return { type: 'pan', windows: key === 'PageUp' ? -PAGE : PAGE };
  const mode = shiftKey ? undefined : GRAB[lower];
  if (mode) return { type: 'grab', mode };
  const plain = PLAIN[key];
  return plain ? { type: plain } : null;
}

/** Command of a key while something is held; null leaves the key to others. */
export function heldCommand({ key, ctrlKey, metaKey, shiftKey }: Key): HeldCommand | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = key === 'ArrowRight' ? 1 : -1;
      return { type: 'step', by: ctrlKey || metaKey ? 'day' : shiftKey ? 'hour' : 'quarter', direction };
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return { type: 'lane', direction: key === 'ArrowDown' ? 1 : -1 };
    case 'PageUp':
    case 'PageDown':
      return { type: 'target', direction: key === 'PageDown' ? 1 : -1 };
    case ' ':
    case 'Enter':
      return { type: 'drop' };
    case 'Escape':
      return { type: 'cancel' };
    default:
      return null;
  }
}

function withCtrl(key: string): KeyCommand | null {
  switch (key) {
    case 'Home':
      return { type: 'goTo', end: 'first' };
    case 'End':
      return { type: 'goTo', end: 'last' };
    case ' ':
      return { type: 'toggle' };
    default:
      return WITH_CTRL[key.toLowerCase()] ?? null;
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
