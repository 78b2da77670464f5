import type { Command } from './commands.ts';

/** True where typed keys are text: fields, editors. */
function isTextPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'file', 'radio', 'submit'].includes(target.type);
}

/** The chord of a key press, such as `Ctrl+Shift+Z`; on Apple keyboards the command key counts as Ctrl. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  // A shifted sign such as `?` is that sign; a shifted letter is not.
  if (event.shiftKey && (event.key.length > 1 || /[\p{L}]/u.test(key))) parts.push('Shift');
  return [...parts, key].join('+');
}

/** The bridge keeps the browser from acting on these; that does not mean that somebody here has. */
const OF_THE_BROWSER = /^Ctrl\+[PSU]$/;

/** The command a key press means, if any: none when the press is part of a composed letter or was answered already. */
export function commandFor(commands: readonly Command[], event: KeyboardEvent): Command | undefined {
  const chord = chordOf(event);
  if (event.isComposing || (event.defaultPrevented && !OF_THE_BROWSER.test(chord))) return undefined;
  const found = commands.find((command) => command.keys === chord && !command.ownKeys);
  if (!found || !isTextPlace(event.target)) return found;
  return (found.inText ?? /^(?:Ctrl|F\d)/.test(chord)) ? found : undefined;
}
