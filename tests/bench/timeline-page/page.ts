import '@fontsource-variable/inter';
import '#renderer/ui/tokens.css';
import '#tests/renderer/timeline/harness/page.css';
import type { TimelineData } from '#renderer/timeline/index.ts';
import { CROWD_START_AT, crowdData } from '#tests/renderer/timeline/harness/crowd.ts';
import { ours } from './ours.ts';
import { peer } from './peer.ts';

/** One of the two timelines: mounted empty over a window of two weeks, then asked the same of. */
export interface Side {
  mount(host: HTMLElement, view: { readonly fromAt: number; readonly toAt: number }): void;
  /** Makes of the data what `set` is given; not measured. */
  take(data: TimelineData): void;
  set(): void;
  fit(): void;
  show(fromAt: number, toAt: number): void;
  /** Client px of the middle of a bar in view that can be dragged. */
  bar(): { readonly x: number; readonly y: number } | null;
}

const SIDES: Readonly<Record<'ours' | 'peer', Side>> = { ours, peer };
const WEEKS_MS = 14 * 86_400_000;
const MIDDLE_AT = CROWD_START_AT + 180 * 86_400_000;

/** What the measurement does in the page. */
export interface BenchPage {
  mount(side: 'ours' | 'peer', count: number, lanes: number): Promise<void>;
  /** Ms from setting the data to the next frame that was presented. */
  first(): Promise<number>;
  /** One step, and the frame that shows it. */
  step(name: 'nothing' | 'fit' | 'near' | 'pan' | 'zoom', index: number): Promise<void>;
  bar(): { readonly x: number; readonly y: number } | null;
}

let side: Side = ours;

/** After the frame that follows: its pixels have been handed on. */
function presented(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

window.bench = {
  async mount(name, count, lanes) {
    side = SIDES[name];
    const host = document.getElementById('host') as HTMLElement;
    side.mount(host, { fromAt: MIDDLE_AT, toAt: MIDDLE_AT + WEEKS_MS });
    side.take(crowdData(count, lanes));
    await presented();
    await presented();
  },
  async first() {
    const before = performance.now();
    side.set();
    await presented();
    return performance.now() - before;
  },
  async step(name, index) {
    if (name === 'fit') side.fit();
    else if (name === 'near') side.show(MIDDLE_AT, MIDDLE_AT + WEEKS_MS);
    else if (name === 'pan') side.show(MIDDLE_AT + (index * WEEKS_MS) / 100, MIDDLE_AT + WEEKS_MS * (1 + index / 100));
    else if (name === 'zoom') side.show(MIDDLE_AT, MIDDLE_AT + WEEKS_MS * 1.1 ** index);
    await presented();
  },
  bar: () => side.bar(),
};

declare global {
  interface Window {
    bench: BenchPage;
  }
}
