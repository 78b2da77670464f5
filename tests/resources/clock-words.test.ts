import { expect, it } from 'vitest';
import { ACTS, ENDINGS, EXEMPTIONS, LAW_CLOCKS, OWN_RULES, READINGS } from '#model/clocks/types.ts';
import { RESOURCES } from '#resources/i18n/index.ts';

// Would catch: a clock, a reading or a reason that shows its bare key beside a deadline of the law.
it.each(['nb', 'en'] as const)('has words for every clock and what it rests on in %s', (language) => {
  const words = RESOURCES[language].clocks as unknown as Record<string, Record<string, string>>;
  const ids = [...LAW_CLOCKS, ...OWN_RULES, 'renewal', 'finality', 'minor_ban'];
  const wanted = {
    name: ids,
    rule: ids,
    short: ids,
    act: ACTS,
    reading: READINGS,
    reason: EXEMPTIONS,
    ending: ENDINGS,
  };
  const missing = Object.entries(wanted).flatMap(([part, keys]) =>
    keys.filter((key) => !words[part]?.[key]).map((key) => `${part}.${key}`),
  );
  expect(missing).toEqual([]);
});
