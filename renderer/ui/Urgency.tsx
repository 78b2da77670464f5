import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './urgency.css';

/** Solid ink acts now, outline is soon or thin, plain is later, a check is met. */
export type UrgencyState = 'over' | 'soon' | 'later' | 'met';

/** How urgent something is, by ink alone: no hue says it. */
export function Urgency({ state, children }: { state: UrgencyState; children: ReactNode }) {
  return (
    <span className={`vb-urgency vb-urgency-${state}`}>
      {state === 'met' && <Icon name="check" size={14} />}
      {children}
    </span>
  );
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The state of something due at `dueAt`, both ms UTC: over once it has passed, soon within 24 hours. */
export function urgencyOf(dueAt: number, now: number): UrgencyState {
  if (dueAt <= now) return 'over';
  return dueAt - now <= DAY_MS ? 'soon' : 'later';
}
