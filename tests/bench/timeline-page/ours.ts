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
    const last = fromAt + (toAt - fromAt) * 0.8;
    const item = taken.items.find((one) => {
      const { laneId, startAt, endAt } = one;
      if (endAt === null || endAt - startAt < 6 * 3_600_000 || startAt < fromAt || endAt > last) return false;
      // Alone in its time, so that it lies in the first row of its lane.
      const isAlone = !taken.items.some((other) => {
        return other !== one && other.laneId === laneId && other.startAt < endAt && (other.endAt ?? startAt) > startAt;
      });
      return isAlone && Number(laneId.slice(5)) < 5;
    });
    if (!item?.endAt) return null;
    timeline.focusItem(item.id);
    const plot = document.querySelector('.timeline-plot')?.getBoundingClientRect();
    const lane = document.querySelector(`[data-lane="${item.laneId}"]`)?.getBoundingClientRect();
    if (!plot || !lane) return null;
    const x = plot.left + (((item.startAt + item.endAt) / 2 - fromAt) / (toAt - fromAt)) * plot.width;
    return { x, y: lane.top + 12 };
  },
};
