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
