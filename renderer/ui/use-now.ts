import { useEffect, useState } from 'react';
import { clockNow } from './clock.ts';

/**
 * The clock, ms UTC, for what is shown of it: changes at each full minute, or each full second.
 * Clocks change by their text alone.
 */
export function useNow(every: 'minute' | 'second' = 'minute'): number {
  const step = every === 'minute' ? 60_000 : 1_000;
  const [now, setNow] = useState(() => clockNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(clockNow());
      timer = setTimeout(tick, step - (clockNow() % step));
    };
    timer = setTimeout(tick, step - (clockNow() % step));
    return () => clearTimeout(timer);
  }, [step]);
  return now;
}
