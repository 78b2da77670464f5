import type { TimelineOptions } from './options.ts';
import { TIMELINE_KINDS, type TimelineData, type TimelineItem } from './types.ts';

type Words = Pick<TimelineOptions, 'format' | 'texts' | 'zone' | 'holidays'>;
/** As much of a timeline as a rehearsal plays. */
interface Player {
  setData(data: TimelineData): void;
  flush(): void;
  destroy(): void;
}

const DAY = 86_400_000;
const START_AT = Date.UTC(2026, 0, 1);
const LENGTH = 14 * DAY;
/** Every letter the fonts will be asked for: looking a font up is the dearest part of measuring its first word. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ 0123456789 .,:;–-×%()';

/** Things of each kind: for a picture, and for the loops over all of them. */
const FEW = 12;
const MANY = 150;

let isOver = false;
let waiting = 0;

/**
 * Plays a first picture that nobody sees, in idle time and once a page: code is compiled, letters are looked up and
 * clocks are read while data are still being fetched, so that the first real picture does not wait for it
 * (it took half of its time). Does nothing once a real picture has been drawn.
 * @param create makes a timeline in an element
 */
export function rehearseWhenIdle(words: Words, create: (host: HTMLElement, options: TimelineOptions) => Player): void {
  if (isOver || waiting !== 0) return;
  waiting = requestIdleCallback(() => {
    waiting = 0;
    if (!isOver) rehearse(words, create);
  });
}

/** Real data have come: what is still to be rehearsed would only be in their way. */
export function endRehearsal(): void {
  isOver = true;
  if (waiting !== 0) cancelIdleCallback(waiting);
  waiting = 0;
}

function rehearse(words: Words, create: (host: HTMLElement, options: TimelineOptions) => Player): void {
  isOver = true;
  // It comes and goes within one task: it is never laid out for the screen, never painted and never read aloud.
  const host = document.createElement('div');
  host.className = 'timeline-rehearsal';
  host.inert = true;
  document.body.append(host);
  try {
    const { format, texts, zone, holidays } = words;
    const view = { fromAt: START_AT, toAt: START_AT + LENGTH };
    const player = create(host, { format, texts, zone, holidays, view, nowAt: START_AT + DAY, describe: () => '' });
    player.setData(sampleData(FEW));
    player.flush();
    // Not for the picture: sorting and stacking are compiled once they have had many things to do.
    for (let i = 0; i < 2; i++) player.setData(sampleData(MANY));
    player.destroy();
  } finally {
    host.remove();
  }
}

/** A few things of each kind in each form that most data have. */
function sampleData(perKind: number): TimelineData {
  const items: TimelineItem[] = [];
  for (const kind of TIMELINE_KINDS) {
    for (let i = 0; i < perKind; i++) {
      const startAt = START_AT + Math.floor((((i * 5) % perKind) * LENGTH) / (perKind + 1));
      const isPoint = kind === 'threat' || kind === 'court' || kind === 'assess' || i % 4 === 3;
      items.push({
        id: `${kind}-${i}`,
        laneId: kind,
        kind,
        shape: isPoint ? 'point' : 'bar',
        startAt,
        endAt: isPoint ? null : startAt + (i % 3 === 0 ? DAY / 4 : 2 * DAY),
        precision: i % 5 === 4 ? 'day' : 'minute',
        storyOrder: i,
        label: LETTERS.slice((i % 12) * 4),
        state: i % 6 === 5 ? 'unconfirmed' : 'normal',
        editable: true,
        ...(kind === 'need' ? { coverage: i % 2 === 0 ? 'covered' : 'gap' } : {}),
        ...(kind === 'order' ? { expires: { label: LETTERS.slice(0, 8) } } : {}),
      });
    }
  }
  const lanes = TIMELINE_KINDS.map((kind) => ({ id: kind, label: LETTERS.slice(0, 12), kind, group: 'all' }));
  return { groups: [{ id: 'all', label: LETTERS.slice(0, 12), kind: 'guard' }], lanes, items };
}
