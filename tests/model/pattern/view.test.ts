import { expect, it } from 'vitest';
import type { CaseRecord } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import { withNulls } from '#model/kinds.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { type PatternPart, patternView, recordsBehind } from '#model/pattern/view.ts';
import { whenAtMinute, whenOf } from '#model/when.ts';

const ZONE = 'Europe/Oslo';
const NOW = Date.UTC(2026, 3, 1, 12);
const HOUR_MS = 3_600_000;
const HOME = 'b'.repeat(32) as RecordId;

const records = Array.from({ length: 120 }, (_, index) => {
  const at = NOW - index * 31 * HOUR_MS;
  const day = new Date(at).toISOString().slice(0, 10);
  const kind = index % 5 === 0 ? 'breach' : 'contact';
  const happened = index % 7 === 0 ? whenOf(day, '', 'day', ZONE) : whenAtMinute(at, ZONE);
  const channels = index % 3 === 0 ? ['call', 'turning_up'] : index % 3 === 1 ? ['sms'] : null;
  return {
    id: index.toString(16).padStart(32, '0') as RecordId,
    kind,
    title: day,
    titleEn: null,
    createdAt: NOW - index * 31 * HOUR_MS,
    storyOrder: 0,
    startsAt: at,
    precision: 'minute',
    values: withNulls(kind, {
      ...{ text: 'Truer henne', happened, sender: index % 2 ? 'confirmed' : null, channels },
      ...(index % 4 === 1
        ? { placeId: HOME }
        : index % 4 === 3
          ? { placeText: index % 8 === 3 ? ' Skolen' : 'skolen ' }
          : {}),
    }),
  } as unknown as CaseRecord;
});

// Would catch: a figure that shows other records than those it counts, a statement whose records nobody can ask for.
it('has behind each figure and statement as many records as it says', () => {
  const pattern = readPattern({ zone: ZONE, records }, NOW);
  const view = patternView(pattern, new Map([[HOME, 'Hjemme']]));
  const parts: [PatternPart, number][] = [
    ...view.heat.cells.flatMap((day, weekday) =>
      day.map((count, hour): [PatternPart, number] => [{ type: 'hour', weekday, hour }, count]),
    ),
    ...view.channels.map(({ channel, episodes }): [PatternPart, number] => [{ type: 'channel', channel }, episodes]),
    ...view.places.map(({ place, episodes }): [PatternPart, number] => [{ type: 'place', place }, episodes]),
    ...view.criteria.flatMap(({ id: group, statements }) =>
      statements.map(({ id, records }): [PatternPart, number] => [{ type: 'statement', group, id }, records]),
    ),
    ...(['development', 'against'] as const).flatMap((group) =>
      view[group].map(({ id, records }): [PatternPart, number] => [{ type: 'statement', group, id }, records]),
    ),
    [{ type: 'control' }, view.control.breaches],
  ];
  expect(parts.length).toBeGreaterThan(180);
  expect(view.episodes).toBe(pattern.episodes.length);
  for (const [part, count] of parts) expect(recordsBehind(pattern, part)).toHaveLength(count);
  expect(view.places.map(({ name, episodes }) => [name, episodes])).toEqual([
    ['skolen', 30],
    ['Hjemme', 30],
    [null, 12],
  ]);
  const [, home] = view.places;
  const there = pattern.episodes.filter(({ id }) => pattern.places[1]?.ids.includes(id));
  expect([home?.first, home?.last]).toEqual([there[0]?.when, there.at(-1)?.when]);
  expect(home?.confirmed).toBe(there.filter(({ sender }) => sender === 'confirmed').length);
  expect(recordsBehind(pattern, { type: 'statement', group: 'acts', id: 'none' })).toEqual([]);
  expect(JSON.stringify(view)).not.toContain(records[1]?.id);
});

// Would catch: what was kept for one instant told at another.
it('tells at each instant what reading the records anew tells', () => {
  const kept = { zone: ZONE, records };
  for (const back of [0, 40, 3, 90, 0]) {
    const at = NOW - back * 24 * HOUR_MS;
    expect(readPattern(kept, at)).toEqual(readPattern({ zone: ZONE, records: structuredClone(records) }, at));
  }
});
