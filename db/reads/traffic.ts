import type { Book } from '../book.ts';

/** Whether somebody waits for an answer of a book: what nobody waits for makes way for it. */
export interface Traffic {
  /** Does work that somebody waits for. */
  answer<T>(work: () => Promise<T>): Promise<T>;
  /** True if somebody waits, or did a moment ago: whoever types pauses between two letters. */
  isBusy(): boolean;
  /**
   * Lets others be answered: a moment at least, and for as long as the book is busy; but the work goes on at last, in
   * small parts.
   * @param isWanted true as soon as somebody waits for the work itself
   */
  makeWay(isWanted?: () => boolean): Promise<void>;
}

/** From one letter to the next of most who type, ms. */
const PAUSE_MS = 250;
/** Way that is made at least, and how often it is looked again, ms. */
const WAY_MS = 12;
/** Way that is made at most, ms. */
const MOST_WAY_MS = 2_000;

const known = new WeakMap<Book, Traffic>();

/** The traffic of an open book. */
export function trafficOf(book: Book): Traffic {
  const traffic = known.get(book) ?? createTraffic();
  known.set(book, traffic);
  return traffic;
}

function createTraffic(): Traffic {
  let waiting = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  const isBusy = () => waiting > 0 || performance.now() - lastAt < PAUSE_MS;
  return {
    isBusy,
    async answer(work) {
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        lastAt = performance.now();
      }
    },
    async makeWay(isWanted = () => false) {
      const until = performance.now() + MOST_WAY_MS;
      do await new Promise((resolve) => setTimeout(resolve, WAY_MS));
      while (!isWanted() && isBusy() && performance.now() < until);
    },
  };
}
