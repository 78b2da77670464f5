import { describe, expect, it } from 'vitest';
import { CAUSES } from '#model/flags/rule.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import { RESOURCES } from '#resources/i18n/index.ts';

/** Sentences of a rule: one, one for one and for several, or one a variant. */
function sentencesOf(rule: Readonly<Record<string, unknown>>): string[] {
  const { text, text_one, text_other } = rule;
  if (typeof text === 'string') return [text];
  if (text !== null && typeof text === 'object') return Object.values(text) as string[];
  return [text_one, text_other] as string[];
}

describe.each(['nb', 'en'] as const)('the words of flags in %s', (language) => {
  const words = RESOURCES[language].flags as unknown as {
    rule: Record<string, Record<string, unknown>>;
    cause: Record<string, string>;
  };

  // Would catch: a rule without its name, its question or its source, which shows a bare key beside a danger.
  it('name every rule, what it asks and where it comes from', () => {
    expect(Object.keys(words.rule).sort()).toEqual([...RULE_IDS].sort());
    for (const id of RULE_IDS) {
      const rule = words.rule[id] ?? {};
      // A source that tells of days is told for one and for several.
      for (const part of [rule.name, rule.source ?? rule.source_other]) expect(part, id).toEqual(expect.any(String));
      // A prompt asks: it names a question, never a step to take.
      expect(rule.ask, id).toMatch(/\?$/);
      for (const sentence of sentencesOf(rule)) expect(sentence, id).toMatch(/\.$/);
    }
    for (const cause of CAUSES) expect(words.cause[cause]).toEqual(expect.any(String));
  });

  // Would catch: a flag that passes judgement on a person.
  it('say of nobody that he is dangerous, guilty or has broken the law', () => {
    const judged =
      /\b(?:er farlig|skyldig|brøt loven|har brutt|forbryter|is dangerous|guilty|broke the law|offender)\b/i;
    const told = RULE_IDS.flatMap((id) => [...sentencesOf(words.rule[id] ?? {}), String(words.rule[id]?.ask)]);
    expect(told.filter((sentence) => judged.test(sentence))).toEqual([]);
  });
});
