import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { local, type Plan } from './night-planner.ts';
import type { Officer, Vehicle } from './night-roster.ts';
import { at } from './night-time.ts';

/** Places the transports go between. */
export interface NightPlaces {
  readonly home: RecordId;
  readonly kindergarten: RecordId;
  readonly childrensHouse: RecordId;
  readonly lawyer: RecordId;
  readonly station: RecordId;
  readonly shielded: RecordId;
}

type LegOf = readonly [from: keyof NightPlaces, to: keyof NightPlaces, depart: string, arrive: string];

interface Escort {
  readonly text: string;
  readonly textEn: string;
  readonly officers: readonly Officer[];
  readonly vehicles: readonly Vehicle[];
  /** Whom it is for; null is everyone in the case who is protected. */
  readonly personId: RecordId | null;
  readonly isConfirmed?: boolean;
  readonly legs: readonly LegOf[];
}

const NOW = '2026-03-29 05:12';

/** Escorts to and from the kindergarten, and the longer ways with several legs. */
export async function writeTransports(
  plan: Plan,
  tx: Tx,
  caseId: RecordId,
  places: NightPlaces,
  child: RecordId,
  bodyguard: RecordId,
): Promise<void> {
  async function escort(day: string, from: string, to: string, { legs, ...given }: Escort): Promise<RecordId> {
    const measureId = await plan('transport', `${day} ${from}`, `${day} ${to}`, {
      ...given,
      headcount: Math.max(1, given.officers.length),
      crew: given.officers.length === 0 ? null : `${given.officers.join(', ')}, ${given.vehicles.join(', ')}`,
    });
    const isTold = (given.isConfirmed ?? true) && `${day} ${to}` <= NOW;
    for (const [index, [fromPlace, toPlace, depart, arrive]] of legs.entries()) {
      await tx.insert(
        'leg',
        {
          measureId,
          rank: index + 1,
          fromPlaceId: places[fromPlace],
          toPlaceId: places[toPlace],
          departLocal: local(`${day} ${depart}`),
          arriveLocal: local(`${day} ${arrive}`),
          plannedMinutes: 15,
          meetingPoint: fromPlace === 'home' ? 'Port 2, ikke hovedinngangen' : null,
          abortPoint: 'Politistasjonen',
          departedAt: isTold ? at(`${day} ${depart}`) : null,
          arrivedAt: isTold ? at(`${day} ${arrive}`) : null,
        },
        { caseId },
      );
    }
    return measureId;
  }

  const toKindergarten = { text: 'Følge til barnehagen', textEn: 'Escort to the kindergarten', personId: child };
  const home = { text: 'Følge fra barnehagen', textEn: 'Escort from the kindergarten', personId: child };
  const strand = { officers: ['Strand'], vehicles: ['Bil 2'] } as const;
  for (const day of ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01']) {
    await escort(day, '07:30', '08:30', {
      ...toKindergarten,
      ...strand,
      legs: [['home', 'kindergarten', '07:45', '08:05']],
    });
    if (day === '2026-04-01') {
      await escort(day, '11:30', '12:30', {
        ...home,
        ...strand,
        legs: [['kindergarten', 'home', '11:45', '12:05']],
      });
      continue;
    }
    // Nobody is found for Tuesday afternoon; of Friday afternoon nobody has told that they came.
    const crew = day === '2026-03-31' ? { officers: [], vehicles: [] } : strand;
    await escort(day, '15:30', '16:30', {
      ...home,
      ...crew,
      isConfirmed: day !== '2026-03-27',
      legs: [['kindergarten', 'home', '15:45', '16:05']],
    });
  }
  await escort('2026-03-27', '12:18', '15:18', {
    text: 'Følge til bistandsadvokaten',
    textEn: 'Escort to her counsel',
    personId: null,
    officers: ['Berg'],
    vehicles: ['Bil 3'],
    legs: [
      ['home', 'lawyer', '12:18', '13:06'],
      ['lawyer', 'home', '14:24', '15:18'],
    ],
  });
  const childrensHouse = await escort('2026-03-31', '08:09', '14:36', {
    text: 'Følge til barnehuset og tilbake',
    textEn: 'Escort to the children’s house and back',
    personId: null,
    officers: ['Berg', 'Vold'],
    vehicles: ['Bil 5'],
    legs: [
      ['home', 'childrensHouse', '08:09', '09:24'],
      ['childrensHouse', 'station', '12:12', '12:48'],
      ['station', 'home', '13:24', '14:36'],
    ],
  });
  // Both are to be close protection officers, and Vold is approved for driving only.
  await tx.insert(
    'required_qualification',
    { ownerId: childrensHouse, qualificationId: bodyguard, headcount: 2 },
    { caseId },
  );
  await escort('2026-04-02', '09:00', '14:30', {
    text: 'Følge til skjermet sted',
    textEn: 'Escort to the shielded place',
    personId: null,
    officers: ['Berg', 'Vold'],
    vehicles: ['Bil 5'],
    legs: [
      ['home', 'station', '09:00', '10:18'],
      ['station', 'lawyer', '11:00', '12:48'],
      ['lawyer', 'shielded', '13:12', '14:30'],
    ],
  });
}
