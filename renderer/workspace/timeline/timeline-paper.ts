import type { TimelinePaper } from '#contract/timeline-paper.ts';
import type { DrawnTimeline, LegendSample } from '#model/drawn-timeline.ts';
import {
  pageFilter,
  printPages,
  type TimelineData,
  type TimelineHoliday,
  type TimelineItem,
  type TimeSpan,
} from '#renderer/timeline/index.ts';

/** What a printed timeline is told in. */
export interface PaperWords {
  readonly columns: TimelinePaper['columns'];
  readonly empty: string;
  /** Of a page: its day, or its week and days. */
  readonly heading: (page: TimeSpan) => string;
  /** Of a day: its name, over its table. */
  readonly day: (day: TimeSpan) => string;
  /** Time of an item in the table of a day: what lies in that day needs no date. */
  readonly when: (item: TimelineItem, day: TimeSpan) => string;
  readonly what: (item: TimelineItem) => string;
  readonly state: (item: TimelineItem) => string;
  readonly legend: (sample: LegendSample) => string;
  readonly axis: DrawnTimeline['words'];
  readonly title: string;
  readonly holidays: (fromAt: number, toAt: number) => readonly TimelineHoliday[];
}

interface Range extends TimeSpan {
  readonly per: 'day' | 'week';
  readonly zone: string;
  readonly nowAt: number;
}

/**
 * A range of the timeline as it is shown, a page a day or week: drawn, and told day by day in the order of the lanes.
 * @param register what of the range was accepted, after the last page; null where nothing was
 */
export function timelinePaper(
  data: TimelineData,
  range: Range,
  words: PaperWords,
  register: TimelinePaper['register'],
): TimelinePaper {
  const isOnPage = pageFilter(range.zone);
  const ofRange = data.items.filter((item) => isOnPage(item, range));
  const pages = printPages(range, range.per, range.zone).map((span, index) => {
    const items = ofRange.filter((item) => isOnPage(item, span));
    const used = new Set(items.map((item) => item.laneId));
    const lanes = data.lanes.filter((lane) => used.has(lane.id));
    const groupIds = new Set(lanes.map((lane) => lane.group));
    return {
      heading: words.heading(span),
      drawing: {
        view: { fromAt: span.fromAt, toAt: span.toAt },
        zone: range.zone,
        nowAt: range.nowAt >= span.fromAt && range.nowAt < span.toAt ? range.nowAt : null,
        title: `${words.title}, ${words.heading(span)}`,
        groups: data.groups
          .filter((group) => groupIds.has(group.id))
          .map(({ id, label, sublabel, kind }) => ({ id, label: cut(label), sublabel, kind })),
        lanes: lanes.map(({ id, label, sublabel, group, kind }) => ({ id, label: cut(label), sublabel, group, kind })),
        items: items.map(drawnItem),
        holidays: words.holidays(span.fromAt, span.toAt).map(({ fromAt, toAt, label }) => ({ fromAt, toAt, label })),
        // Once, before the first drawing: it holds for all of them.
        legend: index === 0 ? legendOf(ofRange, words) : [],
        words: words.axis,
      },
      days: daysOf(span, items, lanes, range, words),
    };
  });
  return { columns: words.columns, empty: words.empty, pages, register };
}

/** The items of a page as tables, each on the day it begins, or the first that it is there on; a day with nothing has none. */
function daysOf(
  page: TimeSpan,
  items: readonly TimelineItem[],
  lanes: TimelineData['lanes'],
  { per, zone }: Range,
  words: PaperWords,
): TimelinePaper['pages'][number]['days'] {
  const isOnDay = pageFilter(zone);
  const told = new Set<TimelineItem>();
  return printPages(page, 'day', zone).flatMap((day) => {
    const own = items.filter((item) => !told.has(item) && isOnDay(item, day));
    for (const item of own) told.add(item);
    const rows = lanes.flatMap((lane) =>
      own
        .filter((item) => item.laneId === lane.id)
        .sort((a, b) => a.startAt - b.startAt || a.storyOrder - b.storyOrder)
        .map((item) => ({
          lane: cut(lane.sublabel ? `${lane.label}, ${lane.sublabel}` : lane.label),
          when: words.when(item, day),
          what: words.what(item),
          state: words.state(item),
        })),
    );
    return rows.length === 0 ? [] : [{ heading: per === 'day' ? null : words.day(day), rows }];
  });
}

/** What the drawing needs of an item; what the window alone uses stays there. */
function drawnItem(item: TimelineItem): DrawnTimeline['items'][number] {
  const { legs, posts, passes, label, detail, isOpen: _keys, isFixed: _pointer, place: _spoken, ...rest } = item;
  // Paper refuses a field it does not know: one that is new is named above, or in its schema, before this compiles.
  const drawn: { [K in keyof typeof rest]: K extends keyof DrawnTimeline['items'][number] ? (typeof rest)[K] : never } =
    rest;
  return {
    ...drawn,
    label: cut(label),
    ...(detail !== undefined && { detail: cut(detail) }),
    uncertain: item.uncertain ? { ...item.uncertain } : item.uncertain,
    ...(legs && { legs: [...legs] }),
    ...(posts && { posts: [...posts] }),
    ...(passes && { passes: { count: passes.count, at: passes.at ? [...passes.at] : undefined } }),
  };
}

const LONGEST = 480;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function legendOf(items: readonly TimelineItem[], words: PaperWords): DrawnTimeline['legend'] {
  const samples = new Set<LegendSample>();
  for (const item of items) {
    if (item.coverage) samples.add(item.coverage);
    else samples.add(item.kind);
    if (item.planned) samples.add('planned');
    if (item.uncertain || item.bound || item.precision !== 'minute') samples.add('uncertain');
    if (item.conflict) samples.add('conflict');
  }
  samples.add('continues').add('night').add('weekend');
  return [...samples].map((sample) => ({ sample, label: words.legend(sample) }));
}
