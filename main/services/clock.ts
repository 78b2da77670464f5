import type { clockRoutes } from '#contract/clock.ts';
import { readClockFacts } from '#db/reads/clocks/clock-facts.ts';
import { clockMemoryOf } from '#db/reads/clocks/clock-memory.ts';
import { readCourts } from '#db/reads/clocks/courts.ts';
import { readCaseZones } from '#db/reads/clocks/zones.ts';
import type { CourtCutoff } from '#model/clocks/court.ts';
import type { ClockFacts } from '#model/clocks/facts.ts';
import { type ClockSettings, readClocks } from '#model/clocks/read-clocks.ts';
import type { Clock, ClockId } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import { deadlinesOf } from './case.ts';
import { keepClockSettings, readClockSettings } from './clock-settings.ts';
import type { Context, Handlers } from './context.ts';

export const clockHandlers: Handlers<keyof typeof clockRoutes> = {
  async 'clock.list'(context, { caseId, at }) {
    const now = at ?? context.now();
    const facts = await (caseId === null
      ? clockMemoryOf(context.book).read()
      : readClockFacts(context.book, caseId, at));
    return { nowAt: now, clocks: await clocksOf(context, facts, now, caseId) };
  },

  'clock.settings': ({ book }) => readClockSettings(book),

  async 'clock.set_settings'({ book }, settings) {
    await keepClockSettings(book, settings);
    return null;
  },
};

/** The court of each case among those that the unit has set, by the name that the newest step of the case gives it. */
async function courtsOf(book: Context['book'], courts: readonly CourtCutoff[], caseId: RecordId | null) {
  const fold = (name: string) => name.trim().toLocaleLowerCase('nb');
  const byName = new Map(courts.map((one) => [fold(one.court), one]));
  const named = await readCourts(book, caseId);
  return new Map(
    [...named].flatMap(([id, court]) => {
      const found = byName.get(fold(court));
      return found ? [[id, found] as const] : [];
    }),
  );
}

/** The clocks of these facts as known at `now`, each in the zone and with the court of its case. */
export async function clocksOf(
  context: Context,
  facts: ClockFacts,
  now: number,
  caseId: RecordId | null = null,
): Promise<Clock[]> {
  const { ownRules, courts } = await readClockSettings(context.book);
  const courtOf = courts.length > 1 ? await courtsOf(context.book, courts, caseId) : new Map<RecordId, CourtCutoff>();
  const settings: ClockSettings = { ownRules, cutoff: courts[0] ?? null, courtOf };
  const zoneOf = await readCaseZones(context.book);
  const zones = new Set([context.zone, ...zoneOf.values()]);
  const clocks = [...zones].flatMap((zone) => {
    const own = (caseId: RecordId | null) => (caseId === null ? context.zone : zoneOf.get(caseId)) === zone;
    return readClocks(zones.size === 1 ? facts : within(facts, own), settings, { now, zone });
  });
  return clocks.map(withhold);
}

function within(facts: ClockFacts, own: (caseId: RecordId | null) => boolean): ClockFacts {
  const parts = Object.entries(facts).map(([kind, all]) => [
    kind,
    (all as readonly { caseId: RecordId | null }[]).filter((fact) => own(fact.caseId)),
  ]);
  return Object.fromEntries(parts) as ClockFacts;
}

const INTERVIEWS = new Set<ClockId>(['C24', 'C25', 'C26', 'C27', 'C28']);

/** When a child was interviewed is a compartment of its own: the clock tells that it was, and not when. */
function withhold(clock: Clock): Clock {
  return INTERVIEWS.has(clock.id) && clock.satisfiedAt !== null
    ? { ...clock, satisfiedAt: null, marginMs: null }
    : clock;
}

/** What of every open case is due or ends after `now`, ms UTC, soonest first: instants alone, for the locked screen. */
export async function dueInstants(context: Context, now: number): Promise<number[]> {
  const facts = await clockMemoryOf(context.book).read();
  const clocks = await clocksOf(context, facts, now);
  // What belongs to no case, as the purge of the use log in three years, is nothing to unlock for.
  const running = clocks.flatMap(({ state, dueAt, caseId }) =>
    (state === 'running' || state === 'soon') && caseId !== null && dueAt !== null && dueAt > now ? [dueAt] : [],
  );
  const ends = await deadlinesOf(context.book, null, now);
  return [...new Set([...running, ...ends.map((one) => one.dueAt)])].sort((a, b) => a - b);
}
