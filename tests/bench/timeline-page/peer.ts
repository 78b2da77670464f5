import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
// The package declares its data set in a package of its own, and its stand-alone build holds both.
import { DataSet } from 'vis-data';
import { type DataGroup, type DataItem, Timeline } from 'vis-timeline';
import type { Side } from './page.ts';

let timeline: Timeline;
let items: DataItem[] = [];
let groups: DataGroup[] = [];

/** vis-timeline with what it offers for large data, and editing as ours has it. */
export const peer: Side = {
  mount(host, { fromAt, toAt }) {
    timeline = new Timeline(host, [], {
      start: fromAt,
      end: toAt,
      height: '100%',
      orientation: 'top',
      verticalScroll: true,
      zoomKey: 'ctrlKey',
      editable: true,
      itemsAlwaysDraggable: { item: true, range: true },
    });
  },
  take(data) {
    groups = data.lanes.map(({ id, label }) => ({ id, content: label }));
    items = data.items.map(({ id, laneId, label, startAt, endAt }) => {
      const item: DataItem = {
        id,
        group: laneId,
        content: label,
        start: startAt,
        type: endAt === null ? 'point' : 'range',
      };
      return endAt === null ? item : { ...item, end: endAt };
    });
  },
  set: () => timeline.setData({ groups: new DataSet(groups), items: new DataSet(items) }),
  fit: () => timeline.fit({ animation: false }),
  show: (fromAt, toAt) => timeline.setWindow(fromAt, toAt, { animation: false }),
  bar() {
    for (const bar of document.querySelectorAll('.vis-foreground .vis-item.vis-range')) {
      const box = bar.getBoundingClientRect();
      if (box.width > 20 && box.left > 300 && box.right < 900 && box.top > 60 && box.bottom < 700) {
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    return null;
  },
};
