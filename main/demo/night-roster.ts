import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { at } from './night-time.ts';

const DETAIL = ['Myr', 'Nes', 'Dal', 'Moe', 'Eng', 'Tveit', 'Haug', 'Li', 'Strand', 'Berg', 'Vold', 'Bakke'] as const;
/** Who guards in the other cases of the unit. */
const OTHERS = ['Lie', 'Aune', 'Foss', 'Hole', 'Lunde', 'Ruud', 'Sand', 'Vang', 'Ness', 'Holt'] as const;
const OFFICERS = [...DETAIL, ...OTHERS] as const;
export type Officer = (typeof OFFICERS)[number];

const VEHICLES = [
  ['Bil 2', null, true],
  ['Bil 3', null, true],
  ['Bil 5', null, true],
  ['Bil 7', null, true],
  ['Patrulje 31', '31', false],
  ['Patrulje 32', '32', false],
  ['Patrulje 34', '34', false],
] as const;
export type Vehicle = (typeof VEHICLES)[number][0];

/** Who and what the night has on duty, by name. */
export interface NightRoster {
  readonly officers: Readonly<Record<Officer, RecordId>>;
  readonly vehicles: Readonly<Record<Vehicle, RecordId>>;
  /** What those who go along must be approved for. */
  readonly bodyguard: RecordId;
}

/** Writes the officers and vehicles of the invented night, and what they are approved for. */
export async function writeRoster(tx: Tx, caseId: RecordId): Promise<NightRoster> {
  const { id: bodyguard } = await tx.insert('qualification', {
    label: 'Livvakt',
    code: 'LV',
    validityMonths: 24,
  });
  const { id: driving } = await tx.insert('qualification', {
    label: 'Utrykningskjøring',
    code: 'UK',
    validityMonths: 60,
  });
  const officers: Partial<Record<Officer, RecordId>> = {};
  for (const [index, name] of OFFICERS.entries()) {
    const { id } = await tx.insert('officer', { name, unit: 'Innsats', callSign: `I-${index + 11}` });
    officers[name] = id;
    const held = name === 'Strand' || name === 'Vold' ? driving : bodyguard;
    const validUntilAt = at(name === 'Tveit' ? '2026-04-15 00:00' : '2027-06-01 00:00');
    await tx.insert('officer_qualification', { officerId: id, qualificationId: held, validUntilAt });
  }
  // Why is for the lead alone.
  await tx.insert('officer_exclusion', {
    officerId: officers.Bakke as RecordId,
    forCaseId: caseId,
    exclusion: 'relation',
    exclusionReason: 'Nabo til M. sin bror',
  });
  const vehicles: Partial<Record<Vehicle, RecordId>> = {};
  for (const [label, callSign, unmarked] of VEHICLES) {
    const { id } = await tx.insert('vehicle', { label, callSign, unmarked, type: 'car', seats: 5 });
    vehicles[label] = id;
  }
  return {
    officers: officers as NightRoster['officers'],
    vehicles: vehicles as NightRoster['vehicles'],
    bodyguard,
  };
}
