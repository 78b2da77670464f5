import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';

const local = (text: string) => text.replace(' ', 'T');

/** Plans who protects her when. @returns the guard of the night in which she is told of the arrest */
export async function writePlan(tx: Tx, caseId: RecordId, placeId: RecordId): Promise<RecordId> {
  const plan = async (
    type: 'shielding' | 'guarding' | 'patrol' | 'transport',
    from: string,
    to: string | null,
    text: string,
    textEn: string,
    crew: string | null,
    status: 'planned' | 'active' | 'done' = from < '2026-03-29 05:12'
      ? to !== null && to < '2026-03-29 05:12'
        ? 'done'
        : 'active'
      : 'planned',
  ) => {
    const headcount = type === 'guarding' ? 2 : null;
    const { id } = await tx.insert(
      'measure',
      {
        type,
        fromLocal: local(from),
        toLocal: to && local(to),
        text,
        textEn,
        crew,
        headcount,
        status,
        placeId: type === 'guarding' ? placeId : null,
        decidedBy: 'Vaktleder Vik',
      },
      { caseId },
    );
    return id;
  };
  await plan(
    'shielding',
    '2026-02-11 12:00',
    '2029-02-11 12:00',
    'Adressesperre, strengt fortrolig',
    'Address block, strictly confidential',
    null,
  );
  const nights: [string, string, string][] = [
    ['2026-03-25', '2026-03-26', 'Lag A: Myr, Nes'],
    ['2026-03-26', '2026-03-27', 'Lag B: Dal, Moe'],
    ['2026-03-27', '2026-03-28', 'Lag A: Myr, Nes'],
    ['2026-03-28', '2026-03-29', 'Lag C: Eng, Tveit'],
    ['2026-03-30', '2026-03-31', 'Lag B: Dal, Moe'],
    ['2026-03-31', '2026-04-01', 'Lag C: Eng, Tveit'],
  ];
  for (const [from, to, crew] of nights) {
    await plan('guarding', `${from} 21:00`, `${to} 07:00`, 'Fast vakthold, natt', 'Fixed guard, night', crew);
  }
  // The night to Monday ends at two: five hours are uncovered until someone lengthens it.
  const guard = await plan(
    'guarding',
    '2026-03-29 21:00',
    '2026-03-30 02:00',
    'Fast vakthold, natt',
    'Fixed guard, night',
    'Lag A: Myr, Nes',
  );
  const days: [string, string, string][] = [
    ['2026-03-26 09:00', '2026-03-26 17:00', 'N1: Haug'],
    ['2026-03-27 09:00', '2026-03-27 17:00', 'N1: Haug'],
    ['2026-03-29 09:00', '2026-03-29 21:00', 'N2: Haug, Li'],
    ['2026-03-30 08:00', '2026-03-30 16:00', 'N1: Haug'],
    ['2026-03-31 08:00', '2026-03-31 14:00', 'N2: Haug, Li'],
  ];
  for (const [from, to, crew] of days)
    await plan('guarding', from, to, 'Personbeskyttelse, dag', 'Close protection, day', crew);
  for (let day = 25; day <= 31; day += 1) {
    for (const [hour, unit] of [
      ['06', '31'],
      ['13', '34'],
      ['18', '32'],
      ['23', '31'],
    ] as const) {
      await plan(
        'patrol',
        `2026-03-${day} ${hour}:00`,
        `2026-03-${day} ${hour}:40`,
        'Patrulje ved bolig',
        'Patrol at the home',
        `Patrulje ${unit}`,
      );
    }
  }
  for (const day of ['25', '26', '27', '30', '31']) {
    const crew = day === '31' ? null : 'Strand, bil 2';
    await plan(
      'transport',
      `2026-03-${day} 07:30`,
      `2026-03-${day} 08:10`,
      'Følge til barnehagen',
      'Escort to the kindergarten',
      'Strand, bil 2',
    );
    await plan(
      'transport',
      `2026-03-${day} 15:30`,
      `2026-03-${day} 16:20`,
      'Følge fra barnehagen',
      'Escort from the kindergarten',
      crew,
    );
  }
  await plan(
    'transport',
    '2026-03-31 08:20',
    '2026-03-31 12:30',
    'Følge til barnehuset og tilbake',
    'Escort to the children’s house and back',
    'Strand, Moe, bil 5',
  );
  return guard;
}
