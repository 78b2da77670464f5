import type { LayoutEnvironment } from '#renderer/timeline/axis.ts';
import { createCalendar } from '#renderer/timeline/calendar.ts';
import { FONTS, type Measure } from '#renderer/timeline/display-list.ts';
import type { TimelineData, TimelineItem, TimelineKind } from '#renderer/timeline/index.ts';
import { createZoneClock } from '#renderer/timeline/zone-clock.ts';
import fc from '#tests/helpers/property.ts';
import { bokmaal } from './harness/words.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const oslo = createCalendar(createZoneClock('Europe/Oslo'));

/** Letters of one width: what fits can be counted by hand. */
export const measure: Measure = (text, font) => text.length * FONTS[font].sizePx * 0.5;

export const environment: LayoutEnvironment = {
  calendar: oslo,
  format: bokmaal,
  measure,
  holidays: () => [],
  nowAt: null,
};

/** Ms UTC of a wall-clock time in Oslo: `2026-03-29T05:12`. */
export function osloAt(local: string): number {
  return oslo.clock.toInstant(Date.parse(`${local}Z`));
}

export function makeItem(more: Partial<TimelineItem> & { id: string }): TimelineItem {
  return {
    laneId: 'lane',
    kind: 'guard',
    shape: 'bar',
    startAt: 0,
    endAt: HOUR,
    precision: 'minute',
    storyOrder: 0,
    label: '',
    state: 'normal',
    editable: true,
    ...more,
  };
}

export function oneLane(items: readonly TimelineItem[], kind: TimelineKind = 'guard'): TimelineData {
  return { groups: [], lanes: [{ id: 'lane', label: 'Lane', kind, creatable: true }], items };
}

/** The time in which random items lie. */
export const SPAN = { fromAt: osloAt('2026-03-20T00:00'), toAt: osloAt('2026-04-10T00:00') };

/** Any item: bars long and short, open ends, points exact and uncertain, crowded so that many overlap. */
export const anyItem: fc.Arbitrary<TimelineItem> = fc
  .record({
    // Half of them on few hours, so that many begin or end at the same moment.
    start: fc.oneof(
      fc.integer({ min: 0, max: 21 * 24 * 4 }),
      fc.integer({ min: 0, max: 60 }).map((n) => n * 32),
    ),
    length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2_000 })),
    form: fc.constantFrom('bar', 'bar', 'bar', 'open', 'point', 'doubtful', 'day', 'month'),
    kind: fc.constantFrom<TimelineKind>('guard', 'threat', 'breach', 'order'),
    order: fc.nat(1_000_000_000),
    label: fc.constantFrom('', 'A', 'Fast vakthold ved bolig'),
  })
  .map(({ start, length, form, kind, order, label }) => {
    const startAt = SPAN.fromAt + start * 15 * 60_000;
    const endAt = form === 'open' || form === 'day' || form === 'month' ? null : startAt + length * 15 * 60_000;
    return makeItem({
      id: `${order}`,
      kind,
      label,
      storyOrder: order,
      shape: form === 'bar' || form === 'open' ? 'bar' : 'point',
      startAt,
      endAt,
      precision: form === 'day' || form === 'month' ? form : 'minute',
      uncertain: form === 'doubtful' && endAt !== null ? { fromAt: startAt, toAt: endAt } : undefined,
    });
  });

export const anyItems = fc.uniqueArray(anyItem, { selector: (item) => item.id, maxLength: 40, size: 'max' });
