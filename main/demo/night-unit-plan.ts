import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { ProtectionLevel } from '#model/kinds/need.ts';
import { local, planner } from './night-planner.ts';
import type { NightRoster, Officer, Vehicle } from './night-roster.ts';

/** A case of the unit, and the two it is about. */
export interface Opened {
  readonly caseId: RecordId;
  readonly her: RecordId;
  readonly him: RecordId;
}

interface Unit {
  readonly rogn: Opened & { readonly decisionId: RecordId };
  readonly hegg: Opened;
  readonly selje: Opened;
  readonly alm: Opened;
  readonly ask: Opened;
}

type Shift = readonly [from: string, to: string, officers: readonly Officer[]];
type Way = readonly [from: string, to: string, depart: string, arrive: string];

/** What must hold in the other cases this day and night, and who is planned for it: two holes, and a night with one alone. */
export async function writeUnitPlan(tx: Tx, roster: NightRoster, unit: Unit): Promise<void> {
  const rogn = planOf(tx, roster, unit.rogn, unit.rogn.decisionId);
  await rogn.need('Hjemme med barna', 'guard', 2, '2026-03-28 14:00', '2026-03-29 07:00', 'FREQ=DAILY;UNTIL=20260329');
  await rogn.guard('Vakthold ved boligen', 'Guard at the home', 2, [
    ['2026-03-28 14:00', '2026-03-28 22:00', ['Lie', 'Aune']],
    ['2026-03-28 22:00', '2026-03-29 07:00', ['Foss', 'Hole']],
    ['2026-03-29 14:00', '2026-03-29 18:00', ['Lie', 'Aune']],
    ['2026-03-29 20:30', '2026-03-30 07:00', ['Foss', 'Hole']],
  ]);

  const hegg = planOf(tx, roster, unit.hegg, null);
  await hegg.need('Fast vakthold, hele døgnet', 'guard', 1, '2026-03-28 18:00', '2026-03-30 07:00', null);
  await hegg.guard('Fast vakthold ved boligen', 'Fixed guard at the home', 1, [
    ['2026-03-28 18:00', '2026-03-29 03:00', ['Lunde']],
    ['2026-03-29 03:00', '2026-03-29 08:00', ['Ruud']],
    ['2026-03-29 08:00', '2026-03-29 14:00', ['Sand']],
    ['2026-03-29 16:00', '2026-03-29 23:00', ['Lunde']],
    ['2026-03-29 23:00', '2026-03-30 07:00', ['Ruud']],
  ]);
  await hegg.escort(
    'Bolig til skjermet sted',
    'Home to the shielded place',
    ['Eng', 'Tveit'],
    ['Bil 3'],
    [
      ['Bolig', 'Møtested nord', '2026-03-29 18:00', '2026-03-29 18:35'],
      ['Møtested nord', 'Skjermet sted', '2026-03-29 18:50', '2026-03-29 19:30'],
    ],
  );

  const selje = planOf(tx, roster, unit.selje, null);
  await selje.need('Skjermet sted', 'shielded', null, '2026-03-27 18:00', '2026-04-10 12:00', null);
  await selje.shelter('2026-03-27 18:00', '2026-04-10 12:00');
  await selje.escort(
    'Skjermet sted til lege',
    'The shielded place to her doctor',
    ['Berg', 'Vold'],
    ['Bil 5'],
    [['Skjermet sted', 'Legekontoret', '2026-03-29 10:30', '2026-03-29 11:20']],
  );

  // He is held until the court has spoken; two are asked for, and one is found.
  const alm = planOf(tx, roster, unit.alm, null);
  await alm.need('Natten', 'guard', 2, '2026-03-29 22:00', '2026-03-30 07:00', null);
  await alm.guard('Vakthold ved boligen', 'Guard at the home', 2, [['2026-03-29 22:00', '2026-03-30 07:00', ['Vang']]]);

  const ask = planOf(tx, roster, unit.ask, null);
  await ask.need('Besøk hos mor', 'guard', 1, '2026-03-29 12:40', '2026-03-29 15:20', null);
  await ask.need('Trygg vei hjem', 'escort', 1, '2026-03-29 15:20', '2026-03-29 16:10', null);
  await ask.escort(
    'Bolig til mor',
    'Home to her mother',
    ['Ness', 'Holt'],
    ['Bil 7'],
    [['Bolig', 'Hos mor', '2026-03-29 12:00', '2026-03-29 12:40']],
  );
  await ask.guard('Vakt hos mor', 'Guard at her mother’s', 1, [['2026-03-29 12:40', '2026-03-29 15:20', ['Ness']]]);
  await ask.escort(
    'Mor til bolig',
    'Her mother to home',
    [],
    [],
    [['Hos mor', 'Bolig', '2026-03-29 15:20', '2026-03-29 16:10']],
  );
}

/** The planning of one case; its places are made as they are named. */
function planOf(tx: Tx, roster: NightRoster, { caseId, her }: Opened, decisionId: RecordId | null) {
  const plan = planner(tx, caseId, her, roster, () => decisionId);
  const places = new Map<string, RecordId>();
  async function place(label: string): Promise<RecordId> {
    const known = places.get(label);
    if (known) return known;
    const protection = label === 'Skjermet sted' ? 'strengt_fortrolig' : 'none';
    const { id } = await tx.insert('place', { label, type: 'other', protection, personId: her });
    places.set(label, id);
    return id;
  }
  return {
    async need(
      label: string,
      protectionLevel: ProtectionLevel,
      headcount: number | null,
      from: string,
      to: string,
      recurrence: string | null,
    ) {
      const span = { fromLocal: local(from), toLocal: local(to), recurrence };
      const need = { label, protectionLevel, headcount, raisedBy: 'manual', status: 'active', personId: her } as const;
      await tx.insert('need', { ...need, ...span }, { caseId });
    },
    async guard(text: string, textEn: string, headcount: number, shifts: readonly Shift[]) {
      for (const [from, to, officers] of shifts) {
        await plan('guarding', from, to, { text, textEn, officers, headcount, crew: officers.join(', ') });
      }
    },
    async shelter(from: string, to: string) {
      const placeId = await place('Skjermet sted');
      const span = { fromLocal: local(from), toLocal: local(to) };
      await tx.insert('stay', { personId: her, placeId, text: 'Skjermet sted', ...span }, { caseId });
      await plan('shielding', from, to, { text: 'Skjermet sted', textEn: 'Shielded place', personId: her, placeId });
    },
    async escort(
      text: string,
      textEn: string,
      officers: readonly Officer[],
      vehicles: readonly Vehicle[],
      ways: readonly Way[],
    ) {
      const first = ways[0]?.[2] ?? '';
      const last = ways.at(-1)?.[3] ?? null;
      const crew = [...officers, ...vehicles].join(', ') || null;
      const headcount = Math.max(1, officers.length);
      const measureId = await plan('transport', first, last, { text, textEn, officers, vehicles, crew, headcount });
      for (const [index, [from, to, depart, arrive]] of ways.entries()) {
        await tx.insert(
          'leg',
          {
            measureId,
            rank: index + 1,
            fromPlaceId: await place(from),
            toPlaceId: await place(to),
            departLocal: local(depart),
            arriveLocal: local(arrive),
          },
          { caseId },
        );
      }
    },
  };
}
