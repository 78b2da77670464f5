import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/app/i18n.ts';

const review = { by: 'Berg', at: '2026-03-01 12:00', reason: 'Vurdert av jurist' };

describe('words of a flag that came back', () => {
  // Would catch: a notice that leaves out when it was put away, by whom, with what reason, or which of the two it was.
  it.each([
    ['nb', 'set_aside', 'Lagt til side 2026-03-01 12:00 av Berg. Begrunnelse: Vurdert av jurist'],
    ['nb', 'acted_on', 'Fulgt opp 2026-03-01 12:00 av Berg. Begrunnelse: Vurdert av jurist'],
    ['en', 'set_aside', 'Set aside 2026-03-01 12:00 by Berg. Reason: Vurdert av jurist'],
    ['en', 'acted_on', 'Acted on 2026-03-01 12:00 by Berg. Reason: Vurdert av jurist'],
  ] as const)('%s %s', (language, decision, words) => {
    expect(createWords(language).t(`flags:reviewed.${decision}`, review)).toBe(words);
  });
});
