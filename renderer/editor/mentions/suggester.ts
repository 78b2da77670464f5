/** Answers to what is typed after an @, one question under way at a time. */
export interface Suggestions<Item> {
  /** The text the items answer. */
  readonly text: string;
  readonly items: readonly Item[];
  readonly status: 'loading' | 'ready' | 'failed';
}

export interface Suggester {
  /** Asks for `text`. While another question is under way only the newest waits; the answer to an older one is dropped. */
  ask(text: string): void;
  /** Forgets what is under way; its answer will be dropped. */
  stop(): void;
}

/**
 * Debounces by replacement: no timer to wait for, and never more than one question on the way.
 * @param find answers for a text
 * @param show called with each state
 */
export function createSuggester<Item>(
  find: (text: string) => Promise<readonly Item[]>,
  show: (suggestions: Suggestions<Item>) => void,
): Suggester {
  let wanted: string | null = null;
  let running = false;
  /** Answers to questions that were asked before a stop are dropped, also when the same text is asked again. */
  let round = 0;
  let shown: readonly Item[] = [];

  const run = async (text: string) => {
    running = true;
    const asked = round;
    let items: readonly Item[] = [];
    let status: 'ready' | 'failed' = 'ready';
    try {
      items = await find(text);
    } catch {
      status = 'failed';
    }
    running = false;
    if (wanted === null) return;
    if (wanted !== text || asked !== round) {
      void run(wanted);
      return;
    }
    shown = items;
    show({ text, items, status });
  };

  return {
    ask(text) {
      if (wanted === text) return;
      wanted = text;
      // The items of the text before stay while the next are on their way: the list does not flicker.
      show({ text, items: shown, status: 'loading' });
      if (!running) void run(text);
    },
    stop() {
      round += 1;
      wanted = null;
      shown = [];
    },
  };
}
