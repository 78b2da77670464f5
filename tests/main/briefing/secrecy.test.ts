import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#db/book.ts';
import { buildBriefing } from '#main/briefing/build.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { type BriefingDocument, PROFILES, type Profile } from '#model/briefing.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';
import { type LindCase, NIGHT, writeLindCase } from './lind.ts';
import { textsOf } from './texts.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;

beforeAll(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
});
afterAll(() => test.remove());

/** A document without what every change of the book changes: its checkpoint. */
async function build(profile: Profile): Promise<Omit<BriefingDocument, 'checkpoint' | 'checkpointText'>> {
  const { checkpoint, checkpointText, ...rest } = await buildBriefing(context, {
    caseId: lind.caseId,
    profile,
    language: 'nb',
  });
  expect(checkpointText).toContain(checkpoint);
  return rest;
}

type Change = (tx: Tx) => Promise<void>;

/** Changes every record of a kind, or those that fit. */
function change<K extends Kind>(kind: K, patch: NewValues<K>, fits?: (values: never) => boolean): Change {
  return async (tx) => {
    for (const { id, values } of await test.book.list(kind)) {
      if (fits?.(values as never) ?? true) await tx.update(kind, id, patch);
    }
  };
}

/** One command for all of them: a commit waits for the disk. */
async function apply(...changes: Change[]): Promise<void> {
  await test.book.command('test', async (tx) => {
    for (const one of changes) await one(tx);
  });
}

interface Secrets {
  address: string;
  access: string;
  phone: string;
  codeWord: string;
  alarmWord: string;
  duressWord: string;
}

async function hide(secrets: Secrets): Promise<void> {
  const { address, access, phone, codeWord, alarmWord, duressWord } = secrets;
  const isBlocked = ({ protection }: { protection: string }) => protection === 'strengt_fortrolig';
  const isActor = ({ name }: { name: string }) => name === 'M.';
  await apply(
    change('place', { address, access }, isBlocked),
    change('contact_point', { value: phone, codeWord }, isBlocked),
    change('alarm', { codeWord: alarmWord, duressWord }),
    // And planted where people write them: in notes, events, terms and descriptions.
    change('note', {
      text: `Hun bor i ${address} nå. Koden er ${access} der. Ring ${phone} først. Ordet ${codeWord} gjelder.`,
    }),
    change('breach', { text: `Ropte ordet ${alarmWord} i gården. Svarte med ${duressWord} og gikk.` }),
    change('order', { terms: `Gjelder boligen. Hun bor i ${address} nå.` }),
    change('person', { description: `Grå jakke. Han har nummeret ${phone} fra før.` }, isActor),
  );
}

/** A word no text of the case holds, so that the same sentence goes whatever it is. */
const word = fc.stringMatching(/^[a-zæøå]{3,12}$/).map((text) => `zq${text}`);
const secrets = fc
  .record({
    address: fc.tuple(word, fc.integer({ min: 1, max: 999 })).map(([street, number]) => `${street} ${number}`),
    access: word,
    phone: fc.stringMatching(/^[1-9]\d{2} \d{2} \d{3}$/),
    codeWord: word,
    alarmWord: word,
    duressWord: word,
  })
  // A withheld word is covered wherever it stands, also where it stands for something that this reader may know.
  .filter((all) => {
    const values = Object.values(all);
    return values.every((one, index) => values.every((other, place) => place === index || !other.includes(one)));
  });
const RUNS = { numRuns: 20 };

describe('what is withheld', () => {
  // Would catch: any way, through a field or a sentence, in which a withheld value bears on what is printed.
  it.each(PROFILES)('has no influence on a document for %s', async (profile) => {
    await fc.assert(
      fc.asyncProperty(secrets, secrets, async (first, second) => {
        await hide(first);
        const one = await build(profile);
        await hide(second);
        expect(await build(profile)).toEqual(one);
      }),
      RUNS,
    );
  });

  // Would catch: a value of odd signs, spaces or length that slips through between two words.
  it('is in no text of a document, whatever it is', async () => {
    const odd = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }).map((text) => `zq${text}qz`);
    const record = { address: odd, access: odd, phone: odd, codeWord: odd, alarmWord: odd, duressWord: odd };
    await fc.assert(
      fc.asyncProperty(fc.record(record), async (hidden) => {
        await hide(hidden);
        for (const profile of PROFILES) {
          const texts = textsOf(await build(profile)).map((text) => text.normalize('NFC'));
          for (const secret of Object.values(hidden)) {
            expect(texts.filter((text) => text.includes(secret.normalize('NFC')))).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('a lost card', () => {
  // Would catch: any trace of who serves, how many, when or where: it would say when she is alone.
  it('does not depend on the plan', async () => {
    const plan = fc.record({
      crew: fc.option(word),
      headcount: fc.option(fc.integer({ min: 0, max: 900 })),
      decidedBy: fc.option(word),
      fromLocal: fc.constantFrom('2026-03-29T06:00', '2026-03-29T21:15', '2026-03-31T02:30'),
      toLocal: fc.constantFrom('2026-03-31T03:00', '2026-04-01T12:00'),
      placeText: fc.option(word),
      instruction: fc.option(word),
      text: word,
      status: fc.constantFrom('planned' as const, 'active' as const, 'done' as const, 'cancelled' as const),
      statusReason: word,
    });
    const printed = async () => {
      const { withheld, ...rest } = await build('patrulje');
      expect(withheld.length).toBeGreaterThan(0);
      return rest;
    };
    await fc.assert(
      fc.asyncProperty(plan, plan, async (first, second) => {
        await apply(change('measure', first));
        const one = await printed();
        await apply(change('measure', second));
        expect(await printed()).toEqual(one);
      }),
      RUNS,
    );
  });

  // Would catch: a name on duty left standing in a description that is printed.
  it('takes the names on duty out of what it prints', async () => {
    await apply(change('measure', { crew: 'Haugland, Liseth og Moen' }));
    await apply(change('order', { terms: 'Liseth eller Moen forkynner endringer.' }));
    const texts = textsOf((await build('patrulje')).sections).join('\n');
    expect(texts).not.toMatch(/Haugland|Liseth|Moen/);
    expect(textsOf((await build('leder')).sections).join('\n')).toContain('Liseth eller Moen');
  });
});

// Would catch: an address that is told again because its record was struck; a code word of another case's alarm.
it('knows withheld values of struck records and of other cases', async () => {
  await test.book.command('test', async (tx) => {
    const place = await tx.insert('place', { label: 'bolig', address: 'Tjernlia 77', protection: 'strengt_fortrolig' });
    await tx.remove(place.id, 'Flyttet');
    const other = await tx.insert('case', { name: 'B', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
    await tx.insert('alarm', { unit: 'VA-9', codeWord: 'kornblomst' }, { caseId: other.id });
    await change('order', { terms: 'Ikke nær Tjernlia 77. Kornblomst er ordet.' })(tx);
  });
  for (const profile of ['leder', 'patrulje'] as const) {
    expect(textsOf(await build(profile)).join('\n')).not.toMatch(/Tjernlia|kornblomst/i);
  }
});
