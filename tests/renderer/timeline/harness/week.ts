import type {
  CoverageState,
  TimelineData,
  TimelineItem,
  TimelineKind,
  TimelineLane,
} from '#renderer/timeline/index.ts';
import { createZoneClock } from '#renderer/timeline/zone-clock.ts';

const clock = createZoneClock('Europe/Oslo');

/** Ms UTC of `MM-DD HH:MM` in 2026 by the clock of Oslo. */
export function at(local: string): number {
  const [date = '', time = ''] = local.split(' ');
  const [month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clock.toInstant(Date.UTC(2026, month - 1, day, hour, minute));
}

export const WEEK_NOW = at('3-29 05:12');
export const WEEK_VIEW = { fromAt: at('3-25 00:00'), toAt: at('4-4 00:00') };

let nextOrder = 0;
function item(laneId: string, kind: TimelineKind, from: string, to: string | null, more: Partial<TimelineItem>) {
  const storyOrder = nextOrder++;
  const whole: TimelineItem = {
    id: `${laneId}-${storyOrder}`,
    laneId,
    kind,
    shape: to === null ? 'point' : 'bar',
    startAt: at(from),
    endAt: to === null ? null : at(to),
    precision: 'minute',
    storyOrder,
    label: '',
    state: 'normal',
    editable: false,
    ...more,
  };
  return whole;
}

const days = (dates: string[], from: string, to: string): [string, string][] => {
  return dates.map((date) => [`${date} ${from}`, `${date} ${to}`]);
};
const school = ['3-25', '3-26', '3-27', '3-30', '3-31', '4-1'];

/** An invented night and the days around it: 29 March 2026, two hours after clocks went forward. */
export function weekData(): TimelineData {
  const lanes: TimelineLane[] = [];
  const items: TimelineItem[] = [];
  const lane = (id: string, group: string, kind: TimelineKind, label: string, sublabel?: string): void => {
    const creatable = ['shield', 'guard', 'patrol', 'transport'].includes(kind);
    lanes.push({ id, group, kind, label, sublabel, creatable, exchange: creatable ? kind : undefined });
  };
  const bars = (laneId: string, kind: TimelineKind, list: readonly (readonly [string, string, string?])[]): void => {
    for (const [from, to, label = ''] of list) items.push(item(laneId, kind, from, to, { label, editable: true }));
  };
  // What is past was planned as well: the second layer.
  const coverage = (laneId: string, coverage: CoverageState, list: [string, string, string?][]): void => {
    for (const [from, to, label = ''] of list) {
      const planned = at(to) <= WEEK_NOW && coverage !== 'gap' ? 'covered' : undefined;
      items.push(item(laneId, 'need', from, to, { coverage, label, planned }));
    }
  };

  lane('sleep', 'need', 'need', '«Sove trygt»', 'fast post');
  coverage('sleep', 'unconfirmed', [['3-25 21:00', '3-26 07:00']]);
  coverage('sleep', 'covered', [
    ['3-24 21:00', '3-25 07:00'],
    ['3-26 21:00', '3-27 07:00'],
    ['3-28 23:10', '3-29 07:00'],
    ['3-29 21:00', '3-30 02:00'],
    ['3-30 21:00', '3-31 07:00'],
    ['3-31 21:00', '4-1 07:00'],
  ]);
  coverage('sleep', 'thin', [
    ['3-27 21:00', '3-28 07:00'],
    ['3-28 21:00', '3-28 23:10'],
    ['4-1 21:00', '4-2 07:00'],
  ]);
  coverage('sleep', 'gap', [
    ['3-30 02:00', '3-30 07:00', '5 t'],
    ['4-2 21:00', '4-3 07:00', '10 t'],
    ['4-3 21:00', '4-4 07:00', '10 t'],
  ]);
  lane('road', 'need', 'need', '«Trygg vei»', 'følge');
  coverage('road', 'covered', [...days(school, '07:30', '08:30'), ...days(school.slice(0, 4), '15:30', '16:30')]);
  coverage('road', 'gap', [['3-31 15:30', '3-31 16:30', '1 t']]);
  coverage('road', 'thin', [['4-1 11:30', '4-1 12:30']]);
  lane('help', 'need', 'need', '«Rask hjelp»', 'innen 8 min');
  coverage('help', 'covered', [
    ['3-24 21:00', '3-28 20:00'],
    ['3-28 23:00', '3-29 06:00'],
    ['3-29 14:00', '4-2 07:00'],
  ]);
  coverage('help', 'thin', [
    ['3-28 20:00', '3-28 23:00'],
    ['3-29 06:00', '3-29 14:00'],
    ['4-2 07:00', '4-4 07:00'],
  ]);

  lane('address', 'shield', 'shield', 'Adresse');
  bars('address', 'shield', [
    ['2-11 00:00', '7-9 00:00', 'Adressesperre, kode 7 · vedtatt 2026-02-11, gjelder til 2029-02-11'],
  ]);
  lane('alarm', 'shield', 'shield', 'Mobil voldsalarm');
  bars('alarm', 'shield', [['2-20 00:00', '4-12 00:00', 'Alarm hos Lind · prøvd 2026-03-24 · revideres 2026-04-12']]);
  lane('stay', 'shield', 'shield', 'Oppholdssted');
  items.push(
    item('stay', 'shield', '4-2 10:00', '4-9 00:00', {
      label: 'Påske, skjermet sted',
      state: 'unconfirmed',
      editable: true,
    }),
  );

  lane('post', 'guard', 'guard', 'Fast vakthold, natt', 'lag A–C');
  bars('post', 'guard', [
    ['3-24 21:00', '3-25 07:00', 'A'],
    ['3-25 21:00', '3-26 07:00', 'B'],
    ['3-26 21:00', '3-27 07:00', 'A'],
    ['3-28 23:10', '3-29 07:00', 'C'],
    ['3-30 21:00', '3-31 07:00', 'B'],
    ['3-31 21:00', '4-1 07:00', 'C'],
  ]);
  const night = { id: 'night', label: 'Lag A', shortLabel: 'A', crew: 'Myr, Nes', editable: true, conflict: true };
  items.push(item('post', 'guard', '3-29 21:00', '3-30 02:00', night));
  items.push(item('post', 'guard', '4-1 21:00', '4-2 07:00', { label: 'C·1', state: 'unconfirmed', editable: true }));
  lane('day', 'guard', 'guard', 'Personbeskyttelse');
  bars('day', 'guard', [
    ['3-26 08:00', '3-26 16:00', 'N1'],
    ['3-27 08:00', '3-27 16:00', 'N1'],
    ['3-29 09:00', '3-29 21:00', 'N2'],
    ['3-30 08:00', '3-30 16:00', 'N1'],
  ]);
  items.push(item('day', 'guard', '3-31 08:00', '3-31 15:00', { label: 'N2', state: 'unconfirmed', editable: true }));

  lane('home', 'patrol', 'patrol', 'Bolig og nærområde');
  bars('home', 'patrol', [
    ['3-25 02:10', '3-25 03:20'],
    ['3-25 13:00', '3-25 14:30'],
    ['3-25 19:10', '3-25 20:40'],
    ['3-26 03:40', '3-26 05:00'],
    ['3-26 18:20', '3-26 20:10'],
    ['3-27 01:30', '3-27 02:50'],
    ['3-27 12:10', '3-27 13:20'],
    ['3-27 21:00', '3-27 22:30'],
    ['3-27 23:50', '3-28 01:10'],
    ['3-28 03:00', '3-28 04:20'],
    ['3-28 05:40', '3-28 07:00'],
    ['3-28 14:00', '3-28 15:20'],
    ['3-28 19:30', '3-28 21:00'],
    ['3-28 21:36', '3-28 23:20'],
    ['3-29 07:00', '3-29 08:40'],
    ['3-29 12:20', '3-29 13:40'],
    ['3-29 18:00', '3-29 19:30'],
    ['3-30 00:10', '3-30 01:30'],
    ['3-30 12:40', '3-30 14:00'],
    ['3-31 02:40', '3-31 04:00'],
    ['3-31 17:00', '3-31 18:30'],
    ['4-1 14:00', '4-1 15:20'],
    ['4-2 03:30', '4-2 05:00'],
  ]);
  items.push(
    item('home', 'patrol', '4-2 22:00', '4-3 06:00', {
      label: 'Natt',
      editable: true,
      passes: { count: 3, at: [at('4-2 23:10'), at('4-3 01:40'), at('4-3 04:25')] },
    }),
  );
  lane('school', 'patrol', 'patrol', 'Barnehage og skole');
  bars('school', 'patrol', [...days(school, '07:15', '08:45'), ...days(school.slice(0, 4), '15:15', '16:45')]);

  lane('kindergarten', 'transport', 'transport', 'Barnehage, tur/retur');
  for (const date of school) {
    const legs = [{ fromAt: at(`${date} 07:30`), toAt: at(`${date} 08:15`) }];
    items.push(item('kindergarten', 'transport', `${date} 07:30`, `${date} 08:15`, { legs }));
  }
  items.push(
    item('kindergarten', 'transport', '3-31 15:30', '3-31 16:30', {
      legs: [{ fromAt: at('3-31 15:30'), toAt: at('3-31 16:30') }],
      state: 'unstaffed',
      label: 'uten mannskap',
    }),
  );
  lane('errands', 'transport', 'transport', 'Andre transportoppdrag');
  items.push(
    item('errands', 'transport', '3-27 12:20', '3-27 15:20', {
      label: 'Advokat',
      legs: [
        { fromAt: at('3-27 12:20'), toAt: at('3-27 13:05') },
        { fromAt: at('3-27 14:25'), toAt: at('3-27 15:20') },
      ],
    }),
  );
  items.push(
    item('errands', 'transport', '4-2 09:00', '4-2 14:30', {
      label: 'Til skjermet sted',
      state: 'unconfirmed',
      legs: [
        { fromAt: at('4-2 09:00'), toAt: at('4-2 10:20') },
        { fromAt: at('4-2 11:00'), toAt: at('4-2 14:30') },
      ],
    }),
  );

  lane('sender', 'threat', 'threat', 'Ukjent avsender');
  const calls = ['3-25 09:12', '3-25 19:40', '3-26 19:05', '3-27 08:50', '3-28 11:20', '3-28 18:48'];
  for (const from of calls) items.push(item('sender', 'threat', from, null, { label: 'Anrop' }));
  for (let i = 0; i < 7; i++) items.push(item('sender', 'threat', `3-26 01:${10 + 5 * i}`, null, { label: 'SMS' }));
  for (let i = 0; i < 4; i++) items.push(item('sender', 'threat', `3-27 23:${10 + 9 * i}`, null, { label: 'SMS' }));
  lane('seen', 'threat', 'threat', 'Observert');
  const doubtful = (from: string, to: string, label: string): void => {
    const uncertain = { fromAt: at(from), toAt: at(to) };
    items.push(item('seen', 'threat', from, null, { label, uncertain }));
  };
  doubtful('3-26 23:00', '3-27 02:00', 'Ukjent bil');
  doubtful('3-27 20:10', '3-28 01:20', 'Ved butikken');
  items.push(item('seen', 'threat', '3-25 16:20', null, { label: '' }));
  items.push(item('seen', 'threat', '3-28 21:20', null, { label: '' }));
  items.push(
    item('seen', 'threat', '3-30 00:00', null, { label: 'Sett i bygda, dag ukjent klokkeslett', precision: 'day' }),
  );
  items.push(item('seen', 'threat', '4-1 09:00', null, { label: 'Feilført', state: 'struck' }));
  items.push(item('seen', 'threat', '4-2 12:00', null, { label: 'Bil flyttet', bound: 'before' }));
  items.push(item('seen', 'threat', '4-3 12:00', null, { label: 'Lys i vindu', bound: 'after' }));

  lane('ban', 'order', 'order', 'Besøksforbud');
  const expires = { label: 'utløper to 2. april, 4 d 19 t', after: 'ikke fornyet' };
  items.push(
    item('ban', 'order', '2-3 14:20', '4-3 00:00', {
      label: 'Besøksforbud · forkynt 2025-04-03 14:20 · sted og kontakt',
      expires,
    }),
  );
  lane('tag', 'order', 'order', 'Elektronisk kontroll');
  items.push(
    item('tag', 'order', '3-30 16:00', '4-20 00:00', {
      label: 'Utkast, strpl. § 222 g · ikke besluttet',
      state: 'draft',
    }),
  );
  lane('breaches', 'breach', 'breach', 'Brudd på forbudet');
  items.push(item('breaches', 'breach', '3-26 14:12', null, { label: 'SMS via søster' }));
  items.push(item('breaches', 'breach', '3-28 21:31', '3-28 22:14', { label: 'Oppmøte ved bolig, pågrepet 22:14' }));

  lane('custody', 'court', 'court', 'Fremstilling');
  items.push(
    item('custody', 'court', '3-28 22:14', '3-30 23:14', {
      shape: 'clock',
      label: '48 t: ma 30. mars 23:14 · fengslingsmøte berammet 12:00',
      shortLabel: '18 t 48',
      posts: [at('3-30 00:00')],
    }),
  );
  lane('reviews', 'court', 'court', 'Vurdering og revisjon');
  items.push(item('reviews', 'assess', '3-26 10:30', null, { label: 'SARA:SV', done: true }));
  items.push(item('reviews', 'assess', '3-30 12:00', null, { label: 'SARA:SV ny', done: false }));
  items.push(item('reviews', 'guard', '3-31 23:05', null, { label: 'Vakthold 72 t', done: false }));

  const groups = [
    { id: 'need', kind: 'need', label: 'Behov og dekning' },
    { id: 'shield', kind: 'shield', label: 'Skjerming' },
    { id: 'guard', kind: 'guard', label: 'Vakthold' },
    { id: 'patrol', kind: 'patrol', label: 'Patrulje' },
    { id: 'transport', kind: 'transport', label: 'Transport' },
    { id: 'threat', kind: 'threat', label: 'Hendelser' },
    { id: 'order', kind: 'order', label: 'Forbud' },
    { id: 'breach', kind: 'breach', label: 'Brudd', sublabel: '9 siste 12 md.' },
    { id: 'court', kind: 'court', label: 'Rett og frister' },
  ] as const;
  return { groups, lanes, items };
}

export const weekHolidays = [
  { fromAt: at('4-2 00:00'), toAt: at('4-3 00:00'), label: 'skjærtorsdag' },
  { fromAt: at('4-3 00:00'), toAt: at('4-4 00:00'), label: 'langfredag' },
];
