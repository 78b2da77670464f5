import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { IconName } from './Icon.tsx';

/** Something the person can do now: in the palette, by its key, or both. */
export interface Command {
  /** Stable; a second command of the same id takes the place of the first. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Chord such as `Ctrl+K` or `N`. One without Ctrl is ignored while text is typed. */
  readonly keys?: string;
  /** Also while text is typed: false for a chord that belongs to the text there, such as Ctrl+Z. */
  readonly inText?: boolean;
  /** The part of the page it belongs to hears its keys itself, there alone; here they are only shown. */
  readonly ownKeys?: boolean;
  /** Asked when commands are listed: false where it could not be done now. */
  readonly can?: () => boolean;
  /** Reached by key only, not listed. */
  readonly hidden?: boolean;
  /** Heading in the palette under which it stands; the page's own first. */
  readonly group?: string;
  readonly run: () => void;
}

/** The commands of the window. What is mounted offers its own; what is unmounted takes them along. */
export class CommandRegistry {
  private readonly sets = new Map<symbol, readonly Command[]>();
  private readonly listeners = new Set<() => void>();
  private flat: readonly Command[] = [];

  /** Offers commands; the answer withdraws them. */
  add(commands: readonly Command[]): () => void {
    const key = Symbol();
    this.sets.set(key, commands);
    this.changed();
    return () => {
      this.sets.delete(key);
      this.changed();
    };
  }

  /** All commands, those added last first, each id once. */
  readonly all = (): readonly Command[] => this.flat;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    const byId = new Map<string, Command>();
    for (const command of [...this.sets.values()].reverse().flat())
      if (!byId.has(command.id)) byId.set(command.id, command);
    this.flat = [...byId.values()];
    for (const listener of this.listeners) listener();
  }
}

export const CommandsContext = createContext(new CommandRegistry());

/** Offers commands while the component is there. Each takes effect with what it closes over now. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useContext(CommandsContext);
  const latest = useRef(commands);
  latest.current = commands;
  const shape = JSON.stringify(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the commands look like is their shape
  useEffect(() => {
    const stable = latest.current.map((command) => ({
      ...command,
      ...(command.can && { can: () => latest.current.find((one) => one.id === command.id)?.can?.() ?? false }),
      run: () => latest.current.find((one) => one.id === command.id)?.run(),
    }));
    return registry.add(stable);
  }, [registry, shape]);
}

/** All commands offered now. */
export function useAllCommands(): readonly Command[] {
  const registry = useContext(CommandsContext);
  return useSyncExternalStore(registry.subscribe, registry.all);
}
