import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#main/cli/run.ts';

/**
 * Counted by hand from the rows of the files in resources/demo, before the rules were written. A row is named by its date.
 *
 * Eremia. Rows of kind order_breach: 2010-12-16 (street), 2010-12-19 (home, after it), 2011-01-13 (home). No row of kind
 * arrest or remand in the whole file: three breaches without an arrest. Court rows after the first breach: 2013-05-28,
 * 2013-08-28 (Strasbourg), 2016-02-04, 2017-10-17 (recovery against officials): none is about him, so no breach came to
 * court. Reports: "2010-12" (both December breaches) and "2011-01": known to the month, so no time between is counted.
 * First danger with a day: 2010-07-01. The order is of 2010-12-09, "90 days": its last day is 2011-03-09 (the file says
 * the same on that date). The fine (2010-09-18), the warnings (2010-09-30, 2010-12-14) limit nobody. So nothing protects
 * her from 2010-07-01 to 2010-12-09: 31 - 0 July + 31 + 30 + 31 + 30 = 153 days to 1 December, and 8 more: 161. Again
 * nothing from 2011-03-10 on.
 *
 * Lenahan. One order_breach: 1999-06-22 17:15. No arrest (the one who is held is the mother). First report after it
 * 19:30: 135 minutes. Court rows from 2000-07 on are her suit against the town. Orders 1999-05-21 and 1999-06-04
 * without an end: no time is known to be without one.
 *
 * Opuz. No row of kind order_breach (there was no order). First danger with a day: 1995-04-10 (report). Remand 1996-04-11
 * until the release of 1996-05-14. 1995-04-10 to 1996-04-11: 366 days to 10 April 1996 (29 February is among them) and
 * one more, 367. After the release: 1996-05-15 to 1998-03-05: 1996-05-15 to 1998-05-15 is 730 days, less the 71 from
 * 5 March to 15 May: 659. Remand 1998-03-05 until "1998-03", known to the month: what follows has no count of days, and
 * reaches to the killing of 2002-03-11, with no arrest or remand after the stabbing of 2001-10-29 either.
 */
const BY_HAND = [
  {
    file: 'eremia-v-moldova.csv',
    zone: 'Europe/Chisinau',
    at: '2011-04-01T12:00Z',
    breaches: [
      { happened: '2010-12-16', arrested: false, daysToCourt: null },
      { happened: '2010-12-19', arrested: false, daysToCourt: null },
      { happened: '2011-01-13', arrested: false, daysToCourt: null },
    ],
    reported: [3, null],
    without: [
      ['2010-06-30T21:00:00.000Z', 161],
      ['2011-03-09T22:00:00.000Z', 22],
    ],
  },
  {
    file: 'lenahan-gonzales-v-united-states.csv',
    zone: 'America/Denver',
    at: '1999-06-23',
    breaches: [{ happened: '1999-06-22T17:15', arrested: false, daysToCourt: null }],
    reported: [1, 135],
    without: [],
  },
  {
    file: 'opuz-v-turkey.csv',
    zone: 'Europe/Istanbul',
    at: '2002-03-11',
    breaches: [],
    reported: [0, null],
    without: [
      ['1995-04-09T21:00:00.000Z', 367],
      ['1996-05-14T21:00:00.000Z', 659],
      ['1998-03-31T21:00:00.000Z', null],
    ],
  },
] as const;

let folder = '';
let book = '';

async function json(...argv: string[]) {
  let out = '';
  const code = await runCli([...argv, '--json'], {
    env: { VERNEBOK_PASSPHRASE: 'en passfrase for testene' },
    stdin: (async function* () {})(),
    rendererDir: join(folder, 'no-pages'),
    out: (text) => {
      out += text;
    },
    err: () => undefined,
  });
  expect(code).toBe(0);
  return JSON.parse(out);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-orders-'));
  book = join(folder, 'book');
  await json('create', book, '--person', 'Fjære', '--purpose', 'test');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Would catch: an arrest of somebody else that answers a breach, a day counted from a month, a suit of hers against the
// State taken for his trial, a fine taken for protection, an order that protects for ever because its end stands in words.
it.each(BY_HAND)(
  '$file: breaches, what followed and times without any measure are those counted by hand',
  async (one) => {
    const path = fileURLToPath(new URL(`../../../resources/demo/${one.file}`, import.meta.url));
    await json('import', book, path, '--case', one.file, '--zone', one.zone);
    const answer = await json('breaches', book, '--case', one.file, '--at', one.at);
    expect(answer.breaches).toMatchObject(one.breaches);
    const [count, minutes] = one.reported;
    expect(answer.funnel.rows.find((row: { stage: string }) => row.stage === 'reported')).toMatchObject({
      count,
      medianMinutes: minutes,
    });
    expect(answer.funnel.rows.find((row: { stage: string }) => row.stage === 'arrested')).toMatchObject({ count: 0 });
    expect(answer.withoutMeasure.map(({ from, days }: { from: string; days: number }) => [from, days])).toEqual(
      one.without,
    );
  },
  60_000,
);

// Would catch: an imported order shown as in force although nothing says that it was served on him.
it('lists orders with how they stand', async () => {
  const orders = await json('orders', book, '--case', 'eremia-v-moldova.csv', '--at', '2011-01-01');
  expect(orders).toMatchObject([{ made: '2010-12-09', state: 'service_unknown', to: null, contradictions: [] }]);
});
