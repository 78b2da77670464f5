import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { local, type Plan } from './night-planner.ts';
import type { NightRoster, Officer } from './night-roster.ts';
import { at } from './night-time.ts';

const TEAMS = {
  A: ['Myr', 'Nes'],
  B: ['Dal', 'Moe'],
  C: ['Eng', 'Tveit'],
  B·1: ['Dal'],
  C·1: ['Eng'],
} as const satisfies Record<string, readonly Officer[]>;
type Team = keyof typeof TEAMS;

/** Guards by night and close protection by day, with their reliefs. @returns the guard that ends at two */
export async function writeGuards(
  plan: Plan,
  tx: Tx,
  caseId: RecordId,
  { officers }: NightRoster,
  placeId: RecordId,
): Promise<RecordId> {
  const night = (from: string, to: string, team: Team) =>
    plan('guarding', from, to, {
      text: 'Fast vakthold, natt',
      textEn: 'Fixed guard, night',
      code: team,
      crew: `Lag ${team.slice(0, 1)}: ${TEAMS[team].join(', ')}`,
      officers: TEAMS[team],
      headcount: 2,
      placeId,
      wishFit: 'answers',
      reviewAt: at('2026-03-31 23:05'),
    });
  await night('2026-03-24 21:00', '2026-03-25 07:00', 'A');
  await night('2026-03-25 21:00', '2026-03-26 07:00', 'B');
  await night('2026-03-26 21:00', '2026-03-27 07:00', 'A');
  await night('2026-03-27 21:00', '2026-03-28 07:00', 'B·1');
  const alone = await night('2026-03-28 21:00', '2026-03-28 23:10', 'B·1');
  const arrest = await night('2026-03-28 23:10', '2026-03-29 07:00', 'C');
  // The night to Monday ends at two: five hours are uncovered until someone lengthens it.
  const short = await night('2026-03-29 21:00', '2026-03-30 02:00', 'A');
  await night('2026-03-30 21:00', '2026-03-31 07:00', 'B');
  await night('2026-03-31 21:00', '2026-04-01 07:00', 'C');
  await night('2026-04-01 21:00', '2026-04-02 07:00', 'C·1');

  const day = (from: string, to: string, code: string, crew: readonly Officer[], text = 'Personbeskyttelse, dag') =>
    plan('guarding', from, to, {
      text,
      textEn: text === 'Personbeskyttelse, dag' ? 'Close protection, day' : 'Close protection, statement',
      code,
      crew: `${code}: ${crew.join(', ')}`,
      officers: crew,
      headcount: crew.length,
    });
  await day('2026-03-26 08:00', '2026-03-26 16:00', 'N1', ['Haug']);
  await day('2026-03-27 08:00', '2026-03-27 16:00', 'N1', ['Haug']);
  const sunday = await day('2026-03-29 09:00', '2026-03-29 21:00', 'N2', ['Haug', 'Li']);
  await day('2026-03-30 08:00', '2026-03-30 14:30', 'N1', ['Haug']);
  // Nes comes back at half past two: lengthening the night to seven leaves seven and a half hours of rest.
  await day('2026-03-30 14:30', '2026-03-30 18:00', 'N3', ['Nes'], 'Personbeskyttelse, forklaring');
  await day('2026-03-31 08:00', '2026-03-31 15:00', 'N2', ['Haug', 'Li']);

  const relief = async (
    from: RecordId,
    fromKey: string,
    to: RecordId,
    atText: string,
    names: readonly [giver: Officer, receiver: Officer],
    takenOver: string | null,
  ) =>
    tx.insert(
      'handover',
      {
        type: 'relief',
        fromMeasureId: from,
        fromOccurrenceLocal: local(fromKey),
        toMeasureId: to,
        toOccurrenceLocal: local(atText),
        giverId: officers[names[0]],
        receiverId: officers[names[1]],
        atLocal: local(atText),
        takenOverAt: takenOver === null ? null : at(takenOver),
        text: takenOver === null ? null : 'Barna er våkne. Gave fra M. ligger igjen ved sykkelskuret.',
      },
      { caseId },
    );
  await relief(alone, '2026-03-28 21:00', arrest, '2026-03-28 23:10', ['Dal', 'Eng'], '2026-03-28 23:12');
  await relief(sunday, '2026-03-29 09:00', short, '2026-03-29 21:00', ['Haug', 'Myr'], null);
  return short;
}
