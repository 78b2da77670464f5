import { afterEach, describe, expect, it, vi } from 'vitest';
import { chordOf, commandFor } from '#renderer/ui/chords.ts';
import { type Command, CommandRegistry } from '#renderer/ui/commands.ts';

const key = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const command = (id: string, label = id): Command => ({ id, label, run() {} });

describe('chords', () => {
  // Would catch: Ctrl+Shift+Z taken for Ctrl+Z (redo would undo), Caps Lock turning `n` into another key.
  it.each([
    [key('z', { ctrlKey: true }), 'Ctrl+Z'],
    [key('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [key('z', { metaKey: true }), 'Ctrl+Z'],
    [key('n'), 'N'],
    [key('N'), 'N'],
    [key('?', { shiftKey: true }), '?'],
    [key('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [key('F1'), 'F1'],
  ])('%o', (event, chord) => expect(chordOf(event)).toBe(chord));
});

describe('command registry', () => {
  // Would catch: a closed page whose keys still act, a page that cannot take over a command of the frame.
  it('lists what is mounted, the newest first, each id once', () => {
    const registry = new CommandRegistry();
    registry.add([command('lock'), command('new', 'frame')]);
    const leave = registry.add([command('new', 'page')]);
    expect(registry.all().map((one) => one.label)).toEqual(['page', 'lock']);
    leave();
    expect(registry.all().map((one) => one.label)).toEqual(['lock', 'frame']);
  });

  // Would catch: a palette that does not notice a change, or notices one that was not (an endless render).
  it('tells listeners and keeps its answer between changes', () => {
    const registry = new CommandRegistry();
    let told = 0;
    const stop = registry.subscribe(() => told++);
    registry.add([command('a')]);
    expect(registry.all()).toBe(registry.all());
    stop();
    registry.add([command('b')]);
    expect(told).toBe(1);
  });
});

describe('a command with keys of its own', () => {
  afterEach(() => vi.unstubAllGlobals());
  const press = { ...key('s'), target: null, isComposing: false, defaultPrevented: false } as unknown as KeyboardEvent;

  // Would catch: S anywhere on the page taking hold of the start of a bar, because the palette shows S beside it.
  it('is not run by them from elsewhere', () => {
    vi.stubGlobal('HTMLElement', class {});
    expect(commandFor([{ ...command('grab'), keys: 'S', ownKeys: true }], press)).toBeUndefined();
    expect(commandFor([{ ...command('grab'), keys: 'S' }], press)?.id).toBe('grab');
  });
});
