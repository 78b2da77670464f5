import { useEffect, useState } from 'react';

interface Countdown {
  /** ms left; 0 when there is nothing to wait for. */
  readonly leftMs: number;
  /** Part of the wait that is over, 0 to 1. */
  readonly done: number;
  start(waitMs: number): void;
}

/** A wait that is shown while it passes. */
export function useCountdown(): Countdown {
  const [wait, setWait] = useState<{ endsAt: number; ms: number } | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!wait) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= wait.endsAt) setWait(null);
    }, 250);
    return () => clearInterval(timer);
  }, [wait]);
  const leftMs = wait ? Math.max(0, wait.endsAt - now) : 0;
  return {
    leftMs,
    done: wait ? 1 - leftMs / wait.ms : 1,
    start(ms) {
      const startsAt = Date.now();
      setNow(startsAt);
      setWait(ms > 0 ? { endsAt: startsAt + ms, ms } : null);
    },
  };
}
