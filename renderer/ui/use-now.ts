import { useEffect, useState } from 'react';
import { clockNow } from './clock.ts';

/**
 * The clock, ms UTC, for what is shown of it: changes at each full minute, or each full second.
 * Clocks change by their text alone. The book's clock unless another is given: the machine's for what runs in it.
 */
export function useNow(every: 'minute' | 'second' = 'minute', clock: () => number = clockNow): number {
  const step = every === 'minute' ? 60_000 : 1_000;
  const [now, setNow] = useState(() => clock());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(clock());
      timer = setTimeout(tick, step - (clock() % step));
    };
    timer = setTimeout(tick, step - (clock() % step));
    return () => clearTimeout(timer);
  }, [step, clock]);
  return now;
}
