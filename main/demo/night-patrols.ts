import type { RecordId } from '#model/ids.ts';
import type { Plan } from './night-planner.ts';
import type { Vehicle } from './night-roster.ts';

/** Windows at the home and near it; each with two passes whose times are drawn when the duty is issued. */
const HOME: readonly (readonly [from: string, to: string])[] = [
  ['03-25 02:10', '03-25 03:20'],
  ['03-25 13:00', '03-25 14:30'],
  ['03-25 19:10', '03-25 20:40'],
  ['03-26 03:40', '03-26 05:00'],
  ['03-26 18:20', '03-26 20:10'],
  ['03-27 01:30', '03-27 02:50'],
  ['03-27 12:10', '03-27 13:20'],
  ['03-27 21:00', '03-27 22:30'],
  ['03-27 23:50', '03-28 01:10'],
  ['03-28 03:00', '03-28 04:20'],
  ['03-28 05:40', '03-28 07:00'],
  ['03-28 14:00', '03-28 15:20'],
  ['03-28 19:30', '03-28 21:00'],
  ['03-28 21:36', '03-28 23:20'],
  ['03-29 07:00', '03-29 08:40'],
  ['03-29 12:20', '03-29 13:40'],
  ['03-29 18:00', '03-29 19:30'],
  ['03-30 00:10', '03-30 01:30'],
  ['03-30 12:40', '03-30 14:00'],
  ['03-30 18:30', '03-30 20:00'],
  ['03-31 02:40', '03-31 04:00'],
  ['03-31 17:00', '03-31 18:30'],
  ['04-01 01:20', '04-01 02:40'],
  ['04-01 14:00', '04-01 15:20'],
  ['04-01 22:30', '04-02 00:00'],
  ['04-02 03:30', '04-02 05:00'],
];
const UNITS: readonly Vehicle[] = ['Patrulje 31', 'Patrulje 34', 'Patrulje 32'];

/** Patrols at the home, and on weekdays at kindergarten and school. */
export async function writePatrols(plan: Plan, home: RecordId, kindergarten: RecordId): Promise<void> {
  for (const [index, [from, to]] of HOME.entries()) {
    const unit = UNITS[index % UNITS.length] ?? 'Patrulje 31';
    await plan('patrol', `2026-${from}`, `2026-${to}`, {
      text: 'Patrulje ved bolig og nærområde',
      textEn: 'Patrol at the home and near it',
      crew: unit,
      vehicles: [unit],
      placeId: home,
      passes: 2,
    });
  }
  for (const day of ['03-25', '03-26', '03-27', '03-30', '03-31', '04-01']) {
    const noon = day === '04-01';
    for (const [from, to] of [
      ['07:15', '08:45'],
      [noon ? '11:15' : '15:15', noon ? '12:45' : '16:45'],
    ] as const) {
      await plan('patrol', `2026-${day} ${from}`, `2026-${day} ${to}`, {
        text: 'Patrulje ved barnehage og skole',
        textEn: 'Patrol at kindergarten and school',
        crew: 'Patrulje 34',
        vehicles: ['Patrulje 34'],
        placeId: kindergarten,
        passes: 1,
      });
    }
  }
}
