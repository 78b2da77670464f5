import { useEffect, useState } from 'react';

/**
 * The clock, ms UTC, for what is shown of it: changes at each full minute, or each full second.
 * Clocks change by their text alone.
 */
export function useNow(every: 'minute' | 'second' = 'minute'): number {
  const step = every === 'minute' ? 60_000 : 1_000;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, step - (Date.now() % step));
    };
    timer = setTimeout(tick, step - (Date.now() % step));
    return () => clearTimeout(timer);
  }, [step]);
  return now;
}
