import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelinePaperSchema } from '#contract/timeline-paper.ts';
import { timelineSections } from '#main/briefing/timeline-paper.ts';
import type { BriefingDocument } from '#model/briefing.ts';
import { pageFilter, printPages, timelineSvgs } from '#renderer/timeline/index.ts';
import { place } from '#renderer/timeline/prepare.ts';
import { type PaperWords, timelinePaper } from '#renderer/workspace/timeline/timeline-paper.ts';
import { letters } from '#tests/helpers/pdf.ts';
import fc from '#tests/helpers/property.ts';
import { buildPrintPage, type PrintPage } from '#tests/renderer/briefing/print-page.ts';
import { at, WEEK_NOW, weekData, weekHolidays } from './harness/week.ts';
import { bokmaal } from './harness/words.ts';
import { anyItems, DAY, HOUR, makeItem, measure, oneLane, oslo, osloAt, SPAN } from './samples.ts';

const ZONE = 'Europe/Oslo';
const isOnPage = pageFilter(ZONE);
const stamp = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const words: PaperWords = {
  columns: { lane: 'Rad', when: 'Tid', what: 'Hva', state: 'Tilstand' },
  empty: 'Ingenting i dette tidsrommet.',
  heading: ({ fromAt }) => `Dag ${stamp(fromAt + HOUR)}`,
  day: ({ fromAt }) => `Døgn ${stamp(fromAt + HOUR)}`,
  when: ({ startAt }) => stamp(startAt),
  what: ({ label, id, crew }) => `${label} ${id} ${crew ?? ''}`,
  state: ({ coverage, state }) => coverage ?? state,
  legend: (sample) => `prøve ${sample}`,
  axis: { weekdays: ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø'], week: 'uke #', hours: '# t', now: 'Nå #' },
  title: 'Tidslinje',
  holidays: (fromAt, toAt) => weekHolidays.filter((day) => day.toAt > fromAt && day.fromAt < toAt),
};
const style = { colour: () => '#000', fontFamily: 'Inter', idPrefix: 't' };
const heightOf = (svg: string) => Number(/height="([\d.]+)"/.exec(svg)?.[1]);

describe('pages', () => {
  test('are days of the wall clock, of 23 and 25 hours too, and weeks that begin on Monday', () => {
    const days = printPages({ fromAt: osloAt('2026-03-28T00:00'), toAt: osloAt('2026-03-31T00:00') }, 'day', ZONE);
    expect(days.map(({ fromAt, toAt }) => (toAt - fromAt) / HOUR)).toEqual([24, 23, 24]);
    const autumn = printPages({ fromAt: osloAt('2026-10-25T00:00'), toAt: osloAt('2026-10-26T00:00') }, 'day', ZONE);
    expect(autumn.map(({ fromAt, toAt }) => (toAt - fromAt) / HOUR)).toEqual([25]);
    const weeks = printPages({ fromAt: osloAt('2026-03-25T00:00'), toAt: osloAt('2026-04-08T00:00') }, 'week', ZONE);
    expect(weeks.map(({ fromAt }) => fromAt)).toEqual(
      ['2026-03-25T00:00', '2026-03-30T00:00', '2026-04-06T00:00'].map(osloAt),
    );
  });

  // Would catch: an order that began years ago and is on no page, or a point that is on two.
  test('hold an item on every page its time touches, and an exact point on one', () => {
    const pages = printPages({ fromAt: SPAN.fromAt - 3 * DAY, toAt: SPAN.toAt + 3 * DAY }, 'day', ZONE);
    fc.assert(
      fc.property(anyItems, (items) => {
        for (const item of items) {
          const { fromAt, toAt, isPoint } = place(item, oslo);
          const on = pages.filter((page) => isOnPage(item, page));
          if (isPoint) expect(on).toHaveLength(fromAt < (pages.at(-1)?.toAt ?? 0) ? 1 : 0);
          const wanted = pages.filter((page) => fromAt < page.toAt && toAt > page.fromAt);
          expect(on).toEqual(expect.arrayContaining(wanted));
        }
      }),
    );
  });

  // Would catch: a lane that is cut off at the foot of a page, or drawn on two.
  test('cut a drawing between rows into parts that a page holds, and nothing is lost', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 90, max: 400 }), (items, heightPx) => {
        const shared = { view: SPAN, widthPx: 900, format: bokmaal, measure, nowAt: null, title: 't', style };
        const whole = timelineSvgs(oneLane(items), shared);
        const parts = timelineSvgs(oneLane(items), { ...shared, heightPx, firstHeightPx: heightPx - 24 });
        expect(whole).toHaveLength(1);
        for (const part of parts) expect(heightOf(part)).toBeLessThanOrEqual(heightPx);
        const rows = (svg: string) => (heightOf(svg) - 40) / 24;
        expect(parts.reduce((sum, part) => sum + rows(part), 0)).toBe(rows(whole[0] ?? ''));
      }),
    );
  });
});

// Would catch: a legend of what lies in other months, among which the few signs of the page must be looked for.
test('the legend tells what is in the range, and nothing else', () => {
  const data = weekData();
  const range = { fromAt: at('3-29 21:00'), toAt: at('3-29 22:00'), zone: ZONE, nowAt: WEEK_NOW };
  const { pages } = timelinePaper(data, { ...range, per: 'day' }, words, null);
  const drawn = pages.flatMap(({ drawing }) => drawing.items);
  const told = pages.flatMap(({ drawing }) => drawing.legend.map(({ sample }) => sample as string));
  const bars = drawn.filter(({ coverage }) => !coverage).map(({ kind }) => kind as string);
  const kinds = new Set(data.items.map(({ kind }) => kind as string));
  expect(new Set(told.filter((sample) => kinds.has(sample)))).toEqual(new Set(bars));
  expect(new Set(bars).size).toBeLessThan(kinds.size);
});

// Would catch: a guard that goes on after midnight and ends on paper at the edge of the page, without a word.
test('says of each bar that it goes on beyond the page, on the side where it does', () => {
  const view = { fromAt: osloAt('2026-03-29T00:00'), toAt: osloAt('2026-03-30T00:00') };
  const items = [
    makeItem({ id: 'night', startAt: view.fromAt - 3 * HOUR, endAt: view.fromAt + 7 * HOUR }),
    makeItem({ id: 'day', startAt: view.fromAt + 8 * HOUR, endAt: view.fromAt + 16 * HOUR }),
    makeItem({ id: 'next', startAt: view.toAt - 3 * HOUR, endAt: view.toAt + 7 * HOUR }),
    makeItem({ id: 'edge', startAt: view.fromAt, endAt: view.toAt }),
    makeItem({ id: 'open', startAt: view.fromAt - DAY, endAt: null }),
    makeItem({ id: 'strip', startAt: view.fromAt - DAY, endAt: view.toAt + DAY, coverage: 'gap' }),
  ];
  const shared = { view, widthPx: 900, format: bokmaal, measure, nowAt: null, title: 't', style };
  const signs = (id: string) => {
    const [svg] = timelineSvgs(oneLane(items.filter((item) => item.id === id)), shared);
    return ['M4.5-3.5L1 0L4.5 3.5z', 'M1.5-3.5L5 0L1.5 3.5z'].map((d) => (svg ?? '').split(d).length - 1);
  };
  expect(items.map(({ id }) => [id, ...signs(id)])).toEqual([
    ['night', 1, 0],
    ['day', 0, 0],
    ['next', 0, 1],
    ['edge', 0, 0],
    ['open', 1, 1],
    ['strip', 1, 1],
  ]);
});

// Would catch: the second page of a lane that is higher than one, without the name of what lies on it.
test('names a lane that a page cuts in two on both, and its name in full where its level has no room beside it', () => {
  const items = Array.from({ length: 12 }, (_, n) => makeItem({ id: `${n}`, startAt: SPAN.fromAt, endAt: SPAN.toAt }));
  const label = 'Rask hjelp hjemme';
  const data = {
    ...oneLane(items),
    lanes: [{ id: 'lane', label, sublabel: 'patrulje innen 8 min', kind: 'guard' as const, creatable: true }],
  };
  const shared = { view: SPAN, widthPx: 900, heightPx: 200, format: bokmaal, measure, nowAt: null, title: 't', style };
  const parts = timelineSvgs(data, shared);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part).toContain(`>${label}<`);
});

// Would catch: a table a lane, of which a full week fills sixteen half-empty pages; a bar told on two days, or on none.
test('each page is told day by day, every bar once, on the day it begins or is first there', () => {
  const range = { fromAt: at('3-25 00:00'), toAt: at('4-4 00:00'), zone: ZONE, nowAt: WEEK_NOW };
  const data = weekData();
  for (const per of ['day', 'week'] as const) {
    for (const { days, drawing } of timelinePaper(data, { ...range, per }, words, null).pages) {
      const told = days.flatMap(({ rows }) => rows.map(({ what }) => what));
      expect(told.toSorted()).toEqual(drawing.items.map((item) => words.what(item)).sort());
      if (per === 'day') expect(days.map(({ heading }) => heading)).toEqual([null]);
      else expect(days.length).toBeGreaterThan(1);
    }
  }
});

/** A reason as long as the field takes, cut by no page. */
const LONG = Array.from({ length: 180 }, (_, n) => `grunn ${n}`).join(' ');
const REGISTER = {
  heading: 'Godtatt og unntak',
  tables: [
    {
      heading: 'Godtatte forhold',
      columns: ['Når', 'Forhold', 'Begrunnelse', 'Godtatt av', 'Godtatt til'],
      rows: [
        ['ma. 30. mars 02:00–07:00', 'Udekket: Sove trygt', LONG, 'Vaktleder Aas', 'on. 1. april 12:00'],
        ['ti. 31. mars 21:00–07:00', 'Myr: hvile 7 t 30 min', 'Bytter selv', 'Fjære', 'uten frist'],
      ],
    },
  ],
};

describe('a printed week', () => {
  let page: PrintPage;
  beforeAll(async () => {
    page = await buildPrintPage();
  });
  afterAll(() => page.remove());

  const data = weekData();
  const range = { fromAt: at('3-25 00:00'), toAt: at('4-4 00:00'), zone: ZONE, nowAt: WEEK_NOW };
  const documentOf = (per: 'day' | 'week'): BriefingDocument => {
    const made = timelinePaper(data, { ...range, per }, words, REGISTER);
    const paper = timelinePaperSchema.parse(JSON.parse(JSON.stringify(made)));
    return {
      language: 'nb',
      profile: 'leder',
      marking: 'fortrolig',
      markingText: 'FORTROLIG',
      handling: 'skal ikke kopieres',
      reference: 'Tidslinje, for leder · sak 1',
      heading: 'Trusselutsatt: Lind',
      facts: [],
      sections: timelineSections(paper),
      copy: 1,
      copyText: 'Eksemplar 1',
      checkpoint: '1 · 0000',
      checkpointText: 'Loggnummer 1 · 0000',
      pageWords: ['side ', ' av ', ''],
      withheldWord: 'holdt tilbake',
      madeAt: WEEK_NOW,
      madeBy: 'Fjære',
      demonstration: null,
      landscape: true,
      withheld: [],
    };
  };
  const read = (pdf: Uint8Array, ...args: string[]) => {
    return execFileSync('pdftotext', [...args, '-', '-'], {
      input: pdf,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  };

  // Would catch: a bar that is drawn and cannot be read, found or told; a page without its marking; an untagged file.
  test.each(['day', 'week'] as const)(
    'by %s holds the words of every bar, is tagged and marked on each page',
    async (per) => {
      const pdf = await page.print(documentOf(per));
      const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
      expect(info).toMatch(/^Tagged:\s+yes$/m);
      expect(info).toMatch(/^Page size:\s+841\.\d+ x 59\d/m);
      const pages = read(pdf).split('\f').slice(0, -1);
      for (const text of pages) expect(text.match(/FORTROLIG/g)?.length).toBeGreaterThanOrEqual(2);
      const all = letters(pages.join(' '));
      const inRange = data.items.filter((item) => isOnPage(item, range));
      expect(inRange.length).toBeGreaterThan(90);
      for (const item of inRange) expect(all, item.id).toContain(letters(words.what(item)));
      for (const cells of REGISTER.tables.flatMap(({ rows }) => rows)) {
        // The end of a page may lie between two words.
        for (const word of cells.flatMap((cell) => cell.split(' '))) expect(all).toContain(letters(word));
      }
      for (const name of [
        'Godtatt og unntak',
        'Fast vakthold, natt',
        '«Sove trygt»',
        'prøve gap',
        'prøve planned',
        '23 t',
      ]) {
        expect(all).toContain(letters(name));
      }
      // A structure of headings and tables, the drawings as figures with a name.
      const tree = execFileSync('pdfinfo', ['-struct-text', '-'], {
        input: pdf,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const headings = per === 'week' ? ['H1', 'H2', 'H3'] : ['H1', 'H2'];
      for (const tag of [...headings, 'Table', 'TH', 'TD', 'Figure'])
        expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    },
  );
});
