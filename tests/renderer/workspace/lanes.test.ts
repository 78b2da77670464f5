import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import {
  DRAFT_ID,
  type LaneWords,
  lastPlanEnd,
  measureOfLane,
  recordOfItem,
  stripData,
  timelineData,
} from '#renderer/workspace/timeline/lanes.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 29, 3, 12);

const words: LaneWords = {
  tone: (tone) => tone,
  kinds: (kind) => kind,
  measure: (type) => type,
  title: (entry) => entry.title,
  ends: (at) => `ends ${at}`,
  notRenewed: 'not renewed',
};

let made = 0;
function entry(given: Partial<TimelineEntry>): TimelineEntry {
  made += 1;
  return {
    id: `r${made}` as RecordId,
    kind: 'measure',
    tone: 'guard',
    title: `entry ${made}`,
    titleEn: null,
    startsAt: NOW - 2 * HOUR,
    endsAt: NOW + HOUR,
    precision: 'minute',
    qualifier: null,
    storyOrder: made,
    plan: { fromLocal: '2026-03-29T02:00', toLocal: '2026-03-29T06:00' },
    status: 'planned',
    recurs: false,
    occurrence: null,
    orderEnd: null,
    ...given,
  };
}

describe('lanes of a case', () => {
  // Would catch: a measure drawn on a lane that then lands on another, or a lane on which nothing can be drawn.
  it('keeps a lane for each kind of measure, also empty, and knows what is planned on it', () => {
    const { lanes } = timelineData([], NOW, words);
    const planned = lanes.filter((lane) => lane.creatable).map((lane) => measureOfLane(lane.id));
    expect(planned).toEqual(['shielding', 'guarding', 'patrol', 'transport']);
    expect(measureOfLane('order')).toBeNull();
  });

  // Would catch: a plan shown as if it had taken place.
  it('draws what should have happened and was not confirmed as unconfirmed', () => {
    const items = timelineData(
      [
        entry({ endsAt: NOW - HOUR }),
        entry({ endsAt: NOW - HOUR, status: 'done' }),
        entry({}),
        entry({ status: 'cancelled' }),
      ],
      NOW,
      words,
    ).items;
    expect(items.map((item) => item.state)).toEqual(['unconfirmed', 'normal', 'normal', 'struck']);
  });

  // Would catch: a series that has ended drawn as one bar over all that came after it.
  it('draws no series whole, only its occurrences', () => {
    const series = { recurs: true, plan: null, endsAt: null };
    const night = entry({ ...series, occurrence: '2026-03-29T02:00', endsAt: NOW + HOUR });
    expect(timelineData([entry(series), night], NOW, words).items.map(({ id }) => recordOfItem(id))).toEqual([
      night.id,
    ]);
  });

  // Would catch: an undone or finished measure that can still be dragged about.
  it('lets only what is still planned or under way be moved', () => {
    const statuses = ['planned', 'active', 'done', 'cancelled', 'not_possible'];
    const { items } = timelineData(
      statuses.map((status) => entry({ status })),
      NOW,
      words,
    );
    expect(items.map((item) => item.editable)).toEqual([true, true, false, false, false]);
  });

  // Would catch: an Easter at her sister's drawn as one dot on Maundy Thursday, a hearing without a known end as a bar without.
  it('draws what lasts as long as it lasts', () => {
    const one = (kind: TimelineEntry['kind'], endsAt: number | null) =>
      entry({ kind, plan: null, status: null, endsAt });
    const { items } = timelineData(
      [
        one('stay', NOW + 96 * HOUR),
        one('stay', null),
        one('appearance', NOW + HOUR),
        one('appearance', null),
        one('decision', NOW + 96 * HOUR),
        one('decision', NOW - 2 * HOUR + 60_000),
      ],
      NOW,
      words,
    );
    expect(items.map(({ shape }) => shape)).toEqual(['bar', 'bar', 'bar', 'point', 'bar', 'point']);
  });

  // Would catch: an order known by its day alone drawn as if it had lasted that day.
  it('draws a term as a bar with its expiry, and a day as the uncertainty of a moment', () => {
    const term = entry({ kind: 'order', tone: 'order', plan: null, status: null, endsAt: NOW + 96 * HOUR });
    const day = entry({
      kind: 'order',
      tone: 'order',
      plan: null,
      status: null,
      precision: 'day',
      endsAt: NOW + 22 * HOUR,
    });
    const [asTerm, asDay] = timelineData([term, day], NOW, words).items;
    expect(asTerm).toMatchObject({ shape: 'bar', uncertain: null, expires: { after: 'not renewed' } });
    expect(asDay).toMatchObject({ shape: 'point', uncertain: { fromAt: day.startsAt, toAt: day.endsAt } });
    expect(asDay?.expires).toBeUndefined();
  });

  // Would catch: a bound drawn inside the day it only names, an "about" drawn as a moment, an order told so drawn as a term.
  it('draws what is known as a bound at the edge that is named, away from the day itself', () => {
    const toAt = NOW + 22 * HOUR;
    const told = (given: Partial<TimelineEntry>) =>
      timelineData([entry({ kind: 'threat', tone: 'threat', plan: null, status: null, ...given })], NOW, words)
        .items[0];
    const day = { precision: 'day', startsAt: NOW, endsAt: toAt } as const;
    const edge = (at: number) => ({ fromAt: at, toAt: at });
    expect(told({ ...day, qualifier: 'before' })).toMatchObject({ bound: 'before', uncertain: edge(NOW) });
    expect(told({ ...day, qualifier: 'after' })).toMatchObject({ bound: 'after', uncertain: edge(toAt) });
    expect(told({ ...day, qualifier: 'about' })).toMatchObject({ bound: 'about', uncertain: { fromAt: NOW, toAt } });
    const minute = { startsAt: NOW, endsAt: NOW + 60_000 } as const;
    expect(told({ ...minute, qualifier: 'after' })).toMatchObject({ bound: 'after', uncertain: edge(NOW) });
    expect(told({ ...minute, qualifier: 'about' })).toMatchObject({ bound: 'about', uncertain: null });
    expect(told({ kind: 'order', endsAt: toAt, qualifier: 'before' })).toMatchObject({ shape: 'point' });
  });

  // Would catch: a large case drawn anew each minute, or a plan that ends and goes on looking confirmed.
  it('depends on the time of day only through the last plan that has ended', () => {
    const entries = [
      entry({ endsAt: NOW - HOUR }),
      entry({ endsAt: NOW + HOUR }),
      entry({ endsAt: NOW, status: 'done' }),
    ];
    expect(lastPlanEnd(entries, NOW)).toBe(NOW - HOUR);
    expect(lastPlanEnd(entries, NOW + HOUR - 1)).toBe(NOW - HOUR);
    expect(lastPlanEnd(entries, NOW + HOUR)).toBe(NOW + HOUR);
    const at = (now: number) => timelineData(entries, lastPlanEnd(entries, now), words).items;
    expect(at(NOW + 59 * 60_000)).toEqual(timelineData(entries, NOW + 59 * 60_000, words).items);
  });

  // Would catch: a measure that is being made and cannot be seen where it will lie.
  it('shows what is being made as a draft on its own lane', () => {
    const draft = { type: 'patrol' as const, title: 'New', startsAt: NOW, endsAt: NOW + HOUR };
    const { items } = timelineData([], NOW, words, draft);
    expect(items).toMatchObject([{ id: DRAFT_ID, laneId: 'measure:patrol', state: 'draft', editable: false }]);
  });

  // Would catch: a strip whose items point at lanes it does not have, which the engine refuses to draw.
  it('gives the strip one lane a hue, and every item one of them', () => {
    const { groups, lanes, items } = stripData([entry({}), entry({ kind: 'alarm', tone: 'shield' })], NOW, words);
    expect(groups).toEqual([]);
    const ids = new Set(lanes.map((lane) => lane.id));
    expect(items.every((item) => ids.has(item.laneId))).toBe(true);
  });
});

// Would catch: two nights of one series drawn as one item, or a click on a night that opens nothing.
it('draws each occurrence of a series as an item of its own that leads to the record', () => {
  const night = entry({ occurrence: '2026-03-28T21:00' });
  const next = { ...night, occurrence: '2026-03-29T21:00' };
  const { items } = timelineData([night, next], NOW, words);
  expect(new Set(items.map((item) => item.id)).size).toBe(2);
  expect(items.map((item) => recordOfItem(item.id))).toEqual([night.id, night.id]);
  expect(recordOfItem(night.id)).toBe(night.id);
});
