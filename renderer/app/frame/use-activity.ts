import { useEffect, useState } from 'react';
import { useClient } from '#renderer/client/hooks.ts';

/** The idle clock is told of activity at most this often, ms. */
const TELL_EVERY_MS = 5_000;

/** Tells the application that somebody is there. @returns ms UTC of the last time it was told */
export function useActivity(): number {
  const client = useClient();
  const [toldAt, setToldAt] = useState(() => Date.now());
  useEffect(() => {
    let last = 0;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      waiting = undefined;
      last = Date.now();
      setToldAt(last);
      // A lock that comes at this moment refuses the call; the page is about to go anyway.
      client.invoke('app.activity', {}).catch(() => undefined);
    };
    const active = () => {
      if (waiting !== undefined) return;
      const rest = last + TELL_EVERY_MS - Date.now();
      if (rest <= 0) tell();
      else waiting = setTimeout(tell, rest);
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, active, { capture: true, passive: true });
    return () => {
      clearTimeout(waiting);
      for (const name of events) window.removeEventListener(name, active, { capture: true });
    };
  }, [client]);
  return toldAt;
}
