import { describe, expect, it } from 'vitest';
import { createScrub, type Hidden, withoutWithheld } from '#main/briefing/redact.ts';
import { WITHHELD } from '#model/briefing.ts';
import { withNulls } from '#model/kinds.ts';
import fc from '#tests/helpers/property.ts';

const protectedValue = (text: string): Hidden => ({ text, reason: 'protected' });
const place = (protection: string) => withNulls('place', { label: 'bolig', protection, address: 'Solhøgda 14 B' });

describe('values of a record', () => {
  // Would catch: a code 6 address printed for the lead, or a code 7 address on a card that can be lost.
  it('leaves out an address by its protection and the profile', () => {
    const shown = (protection: string, profile: 'leder' | 'patrulje') =>
      withoutWithheld('place', place(protection), profile).values.address;
    expect(shown('strengt_fortrolig', 'leder')).toBe(WITHHELD);
    expect(shown('strengt_fortrolig', 'patrulje')).toBe(WITHHELD);
    expect(shown('fortrolig', 'leder')).toBe('Solhøgda 14 B');
    expect(shown('fortrolig', 'patrulje')).toBe(WITHHELD);
    expect(shown('none', 'patrulje')).toBe('Solhøgda 14 B');
  });

  // Would catch: a bar that tells how long the hidden value is, or that there is one where there is none.
  it('puts the same bar for every value and nothing for none', () => {
    const long = withoutWithheld('place', { ...place('strengt_fortrolig'), access: 'x'.repeat(900) }, 'leder').values;
    expect(long.access).toBe(long.address);
    expect(
      withoutWithheld('place', withNulls('place', { protection: 'strengt_fortrolig' }), 'leder').values.address,
    ).toBe(null);
  });

  // Would catch: crew or headcount on a patrol's card; a code word on any paper.
  it('leaves staffing to the lead and code words to nobody', () => {
    const measure = withNulls('measure', { crew: 'Haug, Li', headcount: 7, decidedBy: 'Vik', text: 'Vakt' });
    expect(withoutWithheld('measure', measure, 'patrulje').values).toMatchObject({
      crew: null,
      headcount: null,
      decidedBy: null,
      text: 'Vakt',
    });
    expect(withoutWithheld('measure', measure, 'leder').values).toEqual(measure);
    const alarm = withNulls('alarm', { unit: 'VA-204', codeWord: 'kvitfjell', duressWord: 'tindesti' });
    expect(withoutWithheld('alarm', alarm, 'leder').values).toMatchObject({ codeWord: WITHHELD, duressWord: WITHHELD });
  });
});

// Would catch: a note of a newer build told by its plain text, where its conditional statements stand beside their codes;
// grades of a criminal case.
it.each([
  ['leder', null, 'Sa ditt [2-C-C]', 'Sett. [2-C-P]'],
  ['leder', true, 'Sa ditt [2-C-C]', 'Sett. '],
  ['jurist', null, WITHHELD, 'Sett. '],
  ['saksdokumenter', null, WITHHELD, 'Sett. '],
  ['patrulje', null, WITHHELD, 'Sett. '],
] as const)(
  'a note is told to %s (criminal case: %s) as far as it is understood',
  (profile, criminalCase, unknown, known) => {
    const told = (document: unknown, text: string) =>
      withoutWithheld('note', withNulls('note', { document: JSON.stringify(document), text, criminalCase }), profile);
    const newer = told({ version: 99, blocks: [] }, 'Sa ditt [2-C-C]');
    expect(newer.values.text).toBe(unknown);
    expect(newer.hidden.map(({ reason }) => reason)).toEqual(unknown === WITHHELD ? ['conditional'] : []);
    const grade = { type: 'grade', source: '2', information: 'C', handling: 'P', basis: 'fact' };
    const content = [{ type: 'text', text: 'Sett. ' }, grade];
    expect(told({ version: 1, blocks: [{ type: 'paragraph', content }] }, 'x').values.text).toBe(known);
  },
);

describe('free text', () => {
  const scrub = createScrub([
    protectedValue('Solhøgda 14 B, 0873 Oslo'),
    protectedValue('+47 912 34 567'),
    { text: 'blåmeis', reason: 'code' },
    { text: 'Haug, Liseth', reason: 'staffing' },
  ]);

  // Would catch: an address left standing because a note has only its street, in other letters or spacing.
  it.each([
    'Han vet om solhøgda  14 b. Hun er redd.',
    'Posten går til 0873 Oslo. Hun er redd.',
    'Ring 91234567 først. Hun er redd.',
    'Ring 0047 912 34 567 først. Hun er redd.',
    'Ring 912.34.567 først. Hun er redd.',
  ])('drops the sentence that gives an address or number away: %s', (text) => {
    expect(scrub(text)).toEqual({ text: `${WITHHELD} Hun er redd.`, hits: 1 });
  });

  // Would catch: half of a sentence left because "kl." looked like its end.
  it('drops the sentence whole, abbreviations and all', () => {
    expect(scrub('Kom kl. 21.14 til Solhøgda 14 B, andre etasje. Gikk igjen.').text).toBe(`${WITHHELD} Gikk igjen.`);
  });

  // Would catch: a whole sentence of a chronology lost to a code word in it.
  it('takes only the word where a word is secret', () => {
    expect(scrub('Ordet er Blåmeis i dag, sier Liseth.')).toEqual({
      text: `Ordet er ${WITHHELD} i dag, sier ${WITHHELD}.`,
      hits: 2,
    });
  });

  // Would catch: bars in the middle of other words, and a changed text where nothing was hidden.
  it('leaves other words alone', () => {
    const text = 'Haugesund, blåmeisene, 5912345678 og Solhøgda 141.\nNy linje.';
    expect(scrub(text)).toEqual({ text, hits: 0 });
  });

  // Would catch: a value with signs that mean something in a pattern, or that runs over the end of a sentence.
  it('finds whatever was hidden', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
        fc.constantFrom('protected' as const, 'code' as const),
        (secret, reason) => {
          const { text } = createScrub([{ text: secret, reason }])(`Hun sa: ${secret} – og gikk. Så kom han.`);
          expect(text.normalize('NFC')).not.toContain(`: ${secret.normalize('NFC')} –`);
          expect(text).toContain(WITHHELD);
        },
      ),
    );
  });
});

// Would catch: a protected number that a sign which shows nothing carries past the search for it.
it('sees a value through signs that show nothing', () => {
  const scrub = createScrub([protectedValue('911 22 333'), protectedValue('Solhøgda 14 B')]);
  for (const text of ['Ring 911\u200b22333.', 'Hun bor i Sol\u00adhøgda 14 B.', 'Ring 9\u20601122333.']) {
    expect(scrub(text)).toEqual({ text: WITHHELD, hits: 1 });
  }
});
