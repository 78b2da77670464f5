import type { RecordId } from '../ids.ts';
import { isMinuteKnown } from '../when.ts';
import type { PatternEvent } from './events.ts';

/** A night is from 21 to 06, as the timeline draws it. */
export const NIGHT_FROM = 21;
export const NIGHT_TO = 6;

export interface Heat {
  /** Episodes by weekday (0 Monday) and hour, local time; only those whose minute is known. */
  readonly cells: readonly (readonly HeatCell[])[];
  /** Episodes whose time is not known to the minute: they are in no cell. */
  readonly untimed: number;
  /** Timed episodes, and those of them between 21 and 06. */
  readonly timed: number;
  readonly atNight: number;
}

export interface HeatCell {
  readonly episodes: number;
  readonly ids: readonly RecordId[];
}

/** When in the week it happens. An uncertain time is never put into an hour. */
export function heatOf(events: readonly PatternEvent[]): Heat {
  const ids = Array.from({ length: 7 }, () => Array.from({ length: 24 }, (): RecordId[] => []));
  let timed = 0;
  for (const { id, entry, local } of events) {
    if (!isTimed(entry.when)) continue;
    ids[local.weekday]?.[local.hour]?.push(id);
    timed += 1;
  }
  return {
    cells: ids.map((day) => day.map((hour) => ({ episodes: hour.length, ids: hour }))),
    untimed: events.length - timed,
    timed,
    atNight: nightEvents(events).length,
  };
}

const HOUR_MS = 3_600_000;

/** Known well enough for an hour: to the minute, and not spread over more than one hour (a list of calls of a night). */
function isTimed(when: PatternEvent['entry']['when']): boolean {
  return isMinuteKnown(when) && when.toAt - when.fromAt <= HOUR_MS;
}

/** Timed episodes between 21 and 06. */
export function nightEvents(events: readonly PatternEvent[]): PatternEvent[] {
  return events.filter(
    ({ entry, local }) => isTimed(entry.when) && (local.hour >= NIGHT_FROM || local.hour < NIGHT_TO),
  );
}
