import '@fontsource-variable/inter';
import '#renderer/ui/tokens.css';
import './page.css';
import {
  createTimeline,
  type DragPreview,
  type Timeline,
  type TimelineData,
  type TimelineEvents,
  type TimelineOptions,
  type TimeSpan,
  timelineSvgs,
  type Verdict,
} from '#renderer/timeline/index.ts';
import { createMeasure, readTheme } from '#renderer/timeline/theme.ts';
import { type ChronologyRow, chronologyData } from './chronology.ts';
import { crowdData } from './crowd.ts';
import { at, WEEK_NOW, WEEK_VIEW, weekData, weekHolidays } from './week.ts';
import { bokmaal, describe, texts } from './words.ts';

/** What tests and measurements do with a timeline in a page. */
export interface Harness {
  readonly events: { type: string; event: unknown }[];
  timeline: Timeline | null;
  /** Id of one of the seven messages that are drawn as one. */
  readonly sms: string;
  week(view?: TimeSpan): void;
  chronology(rows: readonly ChronologyRow[]): void;
  /** Mounts an empty timeline first, then measures from the data to the painted frame, ms. */
  crowd(count: number, lanes: number): Promise<{ firstMs: number; layoutMs: number }>;
  /** Ms of script of each step, one a frame: showing everything, panning over two weeks, zooming out and in. */
  measure(): Promise<{ fit: number[]; pan: number[]; zoom: number[] }>;
  /** The strip of the next 72 hours: lanes without groups, no overview. */
  strip(): void;
  /** The week as data that arrive by windows: only these items are known, the whole case in figures. */
  part(loaded: TimeSpan, whole: TimeSpan): void;
  /** Mounts an empty timeline and waits for its rehearsal: how often it came and went, and what it left in the page. */
  rehearsed(): Promise<{ came: number; left: number }>;
  /** The week, with a label as nobody should write it. */
  hostile(label: string): void;
  print(): string;
  theme(name: 'light' | 'dark'): void;
}

const host = document.getElementById('host') as HTMLElement;
const events: Harness['events'] = [];
const EVENTS: readonly (keyof TimelineEvents)[] = [
  'select',
  'open',
  'edit',
  'cluster',
  'window',
  'context',
  'collapse',
];
let current: TimelineData | null = null;

function mount(more: Partial<TimelineOptions>): Timeline {
  harness.timeline?.destroy();
  const timeline = createTimeline(host, { format: bokmaal, texts, describe, verdict, renderTooltip, ...more });
  for (const type of EVENTS) timeline.on(type, (event) => events.push({ type, event }));
  harness.timeline = timeline;
  return timeline;
}

function verdict(preview: DragPreview): Verdict {
  const hours = preview.endAt === null ? 0 : (preview.endAt - preview.startAt) / 3_600_000;
  const lines = [
    { sign: 'ok', text: '«Sove trygt»: 5 t udekket lukkes' },
    { sign: 'warn', text: 'Nes: hvile 7 t 30 min, hovedregel 11 t' },
    { sign: 'ok', text: 'Ikke dobbeltbooket, bil 3 er ledig' },
  ] as const;
  const coverage = [
    { fromAt: at('3-29 21:00'), toAt: at('3-30 02:00'), state: 'covered' },
    { fromAt: at('3-30 02:00'), toAt: at('3-30 07:00'), state: 'gap' },
  ] as const;
  return { title: `${preview.mode}: ${hours.toFixed(2)} t`, hint: 'Esc angrer', lines, coverage };
}

function renderTooltip(items: readonly { label: string }[], element: HTMLElement): boolean {
  element.textContent = items.map((item) => item.label).join(', ');
  return true;
}

const harness: Harness = {
  events,
  timeline: null,
  get sms() {
    return current?.items.find((item) => item.label === 'SMS')?.id ?? '';
  },
  week(view = WEEK_VIEW) {
    current = weekData();
    mount({ view, nowAt: WEEK_NOW, holidays: () => weekHolidays }).setData(current);
  },
  chronology(rows) {
    current = chronologyData(rows);
    mount({}).setData(current);
  },
  async crowd(count, lanes) {
    const data = crowdData(count, lanes);
    const timeline = mount({});
    await nextFrame();
    await nextFrame();
    const before = performance.now();
    timeline.setData(data);
    timeline.flush();
    const layoutMs = performance.now() - before;
    await nextFrame();
    await nextFrame();
    return { firstMs: performance.now() - before, layoutMs };
  },
  async rehearsed() {
    let came = 0;
    const gone = new Promise<void>((resolve) => {
      const observer = new MutationObserver((changes) => {
        for (const { removedNodes } of changes) {
          for (const node of removedNodes) if (node instanceof Element && node.matches('.timeline-rehearsal')) came++;
        }
        if (came > 0) resolve();
      });
      observer.observe(document.body, { childList: true });
    });
    mount({ view: WEEK_VIEW });
    await gone;
    await nextFrame();
    return { came, left: document.querySelectorAll('.timeline-rehearsal').length };
  },
  async measure() {
    const { timeline } = harness;
    if (!timeline) throw new Error('NO_TIMELINE');
    const step = async (work: () => void): Promise<number> => {
      await nextFrame();
      const before = performance.now();
      work();
      timeline.flush();
      return performance.now() - before;
    };
    const { fromAt, toAt } = timeline.getView();
    const middle = (fromAt + toAt) / 2;
    const span = 14 * 86_400_000;
    const fit: number[] = [];
    const pan: number[] = [];
    const zoom: number[] = [];
    for (let i = 0; i < 10; i++) {
      await step(() => timeline.setView(middle, middle + span));
      fit.push(await step(() => timeline.fit()));
    }
    for (let i = 0; i < 120; i++) {
      pan.push(await step(() => timeline.setView(middle + (i * span) / 100, middle + span + (i * span) / 100)));
    }
    for (let i = 0; i < 60; i++) zoom.push(await step(() => timeline.zoom(i < 30 ? 0.9 : 1.11)));
    return { fit, pan, zoom };
  },
  part(loaded, whole) {
    const data = weekData();
    const items = data.items.filter(({ startAt }) => startAt >= loaded.fromAt && startAt < loaded.toAt);
    const counts = [{ at: whole.fromAt, threats: 9, others: 3 }];
    const isFirst = !current?.loaded;
    current = { ...data, items, loaded, whole: { extent: whole, counts } };
    if (isFirst) mount({ view: loaded, nowAt: WEEK_NOW });
    harness.timeline?.setData(current);
  },
  strip() {
    const data = weekData();
    const kinds = ['need', 'guard', 'patrol', 'transport', 'court'] as const;
    const lanes = kinds.map((kind) => ({ id: kind, kind, label: kind }));
    const items = data.items.filter((item) => item.laneId !== 'help' && lanes.some((lane) => lane.id === item.kind));
    current = { groups: [], lanes, items: items.map((item) => ({ ...item, laneId: item.kind, editable: false })) };
    const view = { fromAt: WEEK_NOW, toAt: WEEK_NOW + 72 * 3_600_000 };
    mount({ view, nowAt: WEEK_NOW, hasOverview: false }).setData(current);
  },
  hostile(label) {
    const data = weekData();
    current = { ...data, items: data.items.map((item) => (item.kind === 'order' ? { ...item, label } : item)) };
    mount({ view: WEEK_VIEW, nowAt: WEEK_NOW }).setData(current);
  },
  print() {
    if (!current) return '';
    const theme = readTheme(host);
    const style = { colour: theme.colour, fontFamily: 'Inter Variable', idPrefix: 't' };
    const view = harness.timeline?.getView() ?? WEEK_VIEW;
    const more = { format: bokmaal, measure: createMeasure(theme), nowAt: WEEK_NOW, holidays: () => weekHolidays };
    return timelineSvgs(current, { view, widthPx: 1040, title: texts.name, style, ...more })[0] ?? '';
  },
  theme(name) {
    document.documentElement.dataset.theme = name;
    harness.timeline?.refreshTheme();
  },
};

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = harness;
