import { describe, expect, it } from 'vitest';
import { parseCallList } from '#model/call-list.ts';
import { localOfInstant } from '#model/time.ts';
import fc from '#tests/helpers/property.ts';

const OSLO = 'Europe/Oslo';
const read = (text: string) => {
  const { calls, notRead } = parseCallList(text, OSLO);
  return [calls.map((at) => localOfInstant(at, OSLO)), notRead];
};

describe('a pasted list of calls', () => {
  // Would catch: a call that is counted twice or not at all, a line that is dropped without a word, a length or a number
  // taken for a time, a date read the American way.
  it.each([
    [
      'a line a call',
      '2026-03-18 02:40 skjult nummer\n2026-03-18 02:41:13 skjult',
      [['2026-03-18T02:40', '2026-03-18T02:41'], []],
    ],
    ['Norwegian dates', '18.03.2026 kl. 02.40\n1.4.2026, 9:05', [['2026-03-18T02:40', '2026-04-01T09:05'], []]],
    [
      'a date over its times',
      '18.03.2026:\n02:40 inn\n02:55 inn\n\n2026-03-19\n07:01',
      [['2026-03-18T02:40', '2026-03-18T02:55', '2026-03-19T07:01'], []],
    ],
    ['any order', '2026-03-19 07:01\n2026-03-18 02:40', [['2026-03-18T02:40', '2026-03-19T07:01'], []]],
    ['a length after the time', '2026-03-18 02:40 00:13 923 45 678', [['2026-03-18T02:40'], []]],
    ['a time without a day', '02:40 skjult', [[], ['02:40 skjult']]],
    ['words', 'Anropslogg\n2026-03-18 02:40\nslutt', [['2026-03-18T02:40'], ['Anropslogg', 'slutt']]],
    ['a day that is none', '2026-02-30 02:40', [[], ['2026-02-30 02:40']]],
    ['an hour that is none', '2026-03-18 25:40', [[], ['2026-03-18 25:40']]],
    ['an hour that clocks skip', '2026-03-29 02:40', [[], ['2026-03-29 02:40']]],
    ['a date of two numbers', '18/03 02:40', [[], ['18/03 02:40']]],
    ['nothing', '\n \n', [[], []]],
  ] as const)('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  // Would catch: a line of a long list lost or made up, in whatever order it is pasted.
  it('counts every line that is a call, and no other', () => {
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 2, 1) });
    fc.assert(
      fc.property(fc.array(at, { maxLength: 60 }), (times) => {
        const lines = times.map((time) => localOfInstant(time, OSLO).replace('T', ' '));
        const { calls, notRead } = parseCallList(lines.join('\n'), OSLO);
        expect(notRead).toEqual([]);
        expect(calls.map((one) => localOfInstant(one, OSLO).replace('T', ' '))).toEqual([...lines].sort());
      }),
    );
  });
});
