/** The list of keys names every key there is, in both languages. */
import { describe, expect, it } from 'vitest';
import { TIMELINE_KEYS } from '#renderer/timeline/index.ts';
import { RESOURCES } from '#resources/i18n/index.ts';

// Would catch: a key of the timeline that was added and is listed without words, or words for one that is gone.
describe.each(['nb', 'en'] as const)('words for the keys of the timeline, %s', (language) => {
  it('are those of its keys', () => {
    const words = Object.keys(RESOURCES[language].keys.timeline);
    expect(words.sort()).toEqual(TIMELINE_KEYS.map(({ id }) => id).sort());
  });
});

/** Keys that walk, scroll or change by a step, and those that the page has as commands of its own. */
const NOT_OFFERED = ['walk', 'ends', 'gap', 'conflict', 'page', 'extend', 'move', 'resizeStart', 'resizeEnd'];

// Would catch: a key of the timeline that was added and cannot be asked for in the palette.
it('every key of the timeline that is not held, walked or stepped with is a command', () => {
  const free = TIMELINE_KEYS.filter((one) => one.while === 'free');
  const silent = free.filter((one) => !('offer' in one)).map(({ id }) => id);
  expect(silent).toEqual(NOT_OFFERED);
});
