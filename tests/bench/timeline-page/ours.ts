import { createTimeline, type Timeline, type TimelineData } from '#renderer/timeline/index.ts';
import { bokmaal, describe, texts } from '#tests/renderer/timeline/harness/words.ts';
import type { Side } from './page.ts';

let timeline: Timeline;
let taken: TimelineData;

/** Our timeline as the application mounts it, with everything on. */
export const ours: Side = {
  mount(host, view) {
    timeline = createTimeline(host, { format: bokmaal, texts, describe, view });
  },
  take(data) {
    taken = data;
  },
  set: () => timeline.setData(taken),
  fit: () => timeline.fit(),
  show: (fromAt, toAt) => timeline.setView(fromAt, toAt),
  bar() {
    const { fromAt, toAt } = timeline.getView();
    const item = taken.items.find((one) => {
      const isWide = one.endAt !== null && one.endAt - one.startAt > 6 * 3_600_000;
      return (
        isWide && Number(one.laneId.slice(5)) < 5 && one.startAt > fromAt && (one.endAt ?? 0) < (fromAt + toAt) / 2
      );
    });
    if (!item?.endAt) return null;
    timeline.focusItem(item.id);
    const plot = document.querySelector('.timeline-plot')?.getBoundingClientRect();
    const lane = document.querySelector(`[data-lane="${item.laneId}"]`)?.getBoundingClientRect();
    if (!plot || !lane) return null;
    // The bar may be stacked: the plot is asked row by row where the pointer turns to a hand.
    const x = plot.left + (((item.startAt + item.endAt) / 2 - fromAt) / (toAt - fromAt)) * plot.width;
    return { x, y: lane.top + 12 };
  },
};
