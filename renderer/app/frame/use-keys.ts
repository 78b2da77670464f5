import { useContext, useEffect } from 'react';
import { commandFor } from '#renderer/ui/chords.ts';
import { CommandsContext } from '#renderer/ui/commands.ts';

/** Runs the command whose keys were pressed, whatever page offers it. While a dialog is open its own keys alone count. */
export function useKeys(on: boolean): void {
  const registry = useContext(CommandsContext);
  useEffect(() => {
    if (!on) return;
    let isOver = false;
    // Asked before anybody answers the press: the dialog that Esc closes is gone when the press arrives here.
    const onPress = () => {
      isOver = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandFor(registry.all(), event);
      if (!command) return;
      if (command.id !== 'lock' && isOver) return;
      event.preventDefault();
      if (!event.repeat || command.id === 'undo' || command.id === 'redo') command.run();
    };
    window.addEventListener('keydown', onPress, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onPress, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [registry, on]);
}
