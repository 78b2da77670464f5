import { dayOf, daysSince } from '../flags/since.ts';
import { isMinuteKnown } from '../when.ts';
import { stretchesOf } from './change-points.ts';
import { nearnessOf } from './channels.ts';
import type { PatternEvent } from './events.ts';
import { nightEvents } from './heat.ts';
import { type Statement, statement } from './statement.ts';
import { isDated, type Week } from './weeks.ts';

const DAY_MS = 86_400_000;
/** "Now" of a development: the last four weeks before the instant that is asked for. */
const RECENT_MS = 28 * DAY_MS;

/** How it develops, up to `at` (ms UTC): what changed, each with the records that show it. */
export function developmentOf(events: readonly PatternEvent[], weeks: readonly Week[], at: number): Statement[] {
  const dated = events.filter(({ entry }) => isDated(entry.when));
  const recent = dated.filter(({ entry }) => entry.when.fromAt > at - RECENT_MS);
  const earlier = dated.filter(({ entry }) => entry.when.fromAt <= at - RECENT_MS);
  return [
    rateChange(dated, weeks),
    acceleration(recent, earlier, at),
    newChannels(recent, earlier),
    newPlaces(recent, earlier),
    nearer(recent, earlier),
    silenceBroken(dated),
    atNight(events),
  ].filter((one) => one !== null);
}

/** The newest change of the weekly rate. Fewer entries are told as such: silence is not calm. */
function rateChange(dated: readonly PatternEvent[], weeks: readonly Week[]): Statement | null {
  const stretches = stretchesOf(weeks.map(({ episodes }) => episodes));
  const [before, after] = stretches.slice(-2);
  const week = after && weeks[after.from];
  if (!before || !after || !week) return null;
  const since = dated.filter(({ local }) => local.monday >= week.monday);
  return statement(after.rate > before.rate ? 'rate_up' : 'rate_down', since, {
    week: week.number,
    monday: dayOf(Date.parse(week.monday), 'UTC'),
    before: oneDecimal(before.rate),
    after: oneDecimal(after.rate),
  });
}

/** More in the last four weeks than in the four before them. */
function acceleration(recent: readonly PatternEvent[], earlier: readonly PatternEvent[], at: number): Statement | null {
  const before = earlier.filter(({ entry }) => entry.when.fromAt > at - 2 * RECENT_MS);
  // The first weeks of a case have nothing before them to be faster than.
  if (earlier.length === 0 || recent.length < 3 || recent.length <= before.length) return null;
  return statement('acceleration', [...before, ...recent], { recent: recent.length, before: before.length });
}

function newChannels(recent: readonly PatternEvent[], earlier: readonly PatternEvent[]): Statement | null {
  const known = new Set(earlier.flatMap(({ channels }) => channels));
  if (known.size === 0) return null;
  const first = recent.filter(({ channels }) => channels.some((channel) => !known.has(channel)));
  const channels = [...new Set(first.flatMap((one) => one.channels).filter((one) => !known.has(one)))];
  return first.length === 0 ? null : statement('new_channel', first, { channels: channels.join(' ') });
}

function newPlaces(recent: readonly PatternEvent[], earlier: readonly PatternEvent[]): Statement | null {
  const known = new Set(earlier.map(({ place }) => place));
  if (![...known].some((place) => place !== null)) return null;
  const first = recent.filter(({ place }) => place !== null && !known.has(place));
  return first.length === 0
    ? null
    : statement('new_place', first, { places: new Set(first.map(({ place }) => place)).size });
}

/** He comes nearer: in person now where it was from afar, or a larger part of it. */
function nearer(recent: readonly PatternEvent[], earlier: readonly PatternEvent[]): Statement | null {
  const inPerson = (events: readonly PatternEvent[]) => events.filter((event) => nearnessOf(event) === 3);
  const told = (events: readonly PatternEvent[]) => events.filter((event) => nearnessOf(event) > 0).length;
  if (told(earlier) < 3 || told(recent) === 0) return null;
  const [now, then] = [inPerson(recent), inPerson(earlier)];
  if (now.length / told(recent) <= then.length / told(earlier)) return null;
  return statement('nearer', now, { of: told(recent), before: then.length, beforeOf: told(earlier) });
}

/** Own rule: a silence is four weeks or more between two episodes. */
const SILENCE_MS = RECENT_MS;

/** The newest silence that was broken. */
function silenceBroken(dated: readonly PatternEvent[]): Statement | null {
  for (let index = dated.length - 1; index > 0; index -= 1) {
    const [last, next] = [dated[index - 1], dated[index]];
    if (!last || !next || next.entry.when.fromAt - last.entry.when.toAt < SILENCE_MS) continue;
    const days = daysSince(last.entry.when, next.entry.when.fromAt);
    // About a time: how many days nobody can count.
    if (days === null || next.entry.when.qualifier) continue;
    return statement('silence_broken', [last, next], { days, from: last.entry.when, to: next.entry.when });
  }
  return null;
}

/** How many of those whose minute is known lay between 21 and 06. */
function atNight(events: readonly PatternEvent[]): Statement | null {
  const night = nightEvents(events);
  const timed = events.filter(({ entry }) => isMinuteKnown(entry.when)).length;
  return night.length === 0 ? null : statement('at_night', night, { of: timed });
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
