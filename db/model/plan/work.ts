/** When officers and vehicles are at work, from every duty they are on. */
import { toMinute, union } from './intervals.ts';
import { isOff, plannedPieces } from './presence.ts';
import type { CrewMember, Duty, Period, VehicleUse } from './types.ts';

/** One person or vehicle busy with one duty. */
export interface Stint extends Period {
  readonly duty: Duty;
}

/** Stints by officer, or by vehicle, each list in order of start. */
export type Stints = ReadonlyMap<string, readonly Stint[]>;

/** Work of officers. Where both "på post" and "avløst" were said, that is the work; else it is what was planned. */
export function officerStints(duties: readonly Duty[], horizonAt: number): Stints {
  return collect(duties, (duty) =>
    duty.crew.map((member) => [member.officerId, memberWork(duty, member, horizonAt)] as const),
  );
}

/** Use of vehicles. */
export function vehicleStints(duties: readonly Duty[], horizonAt: number): Stints {
  return collect(duties, (duty) =>
    duty.vehicles.map((use) => [use.vehicleId, vehicleWork(duty, use, horizonAt)] as const),
  );
}

/** Blocks of work with nothing between: stints that touch or overlap made one. */
export function blocksOf(stints: readonly Stint[]): Period[] {
  return union(stints);
}

function memberWork(duty: Duty, member: CrewMember, horizonAt: number): Period | null {
  if (member.onPostAt !== null && member.relievedAt !== null) {
    return { fromAt: toMinute(member.onPostAt), toAt: toMinute(member.relievedAt) };
  }
  // What may run over is not reckoned as work: its end is not known.
  const firm = plannedPieces(duty, member).find((piece) => !piece.overrun);
  return firm ? { fromAt: firm.fromAt, toAt: Math.min(firm.toAt, horizonAt) } : null;
}

function vehicleWork(duty: Duty, use: VehicleUse, horizonAt: number): Period | null {
  if (isOff(duty)) return null;
  const end = Math.min(
    use.toAt ?? horizonAt,
    duty.toAt ?? duty.expectedEndAt ?? duty.outerLimitAt ?? horizonAt,
    horizonAt,
  );
  return { fromAt: toMinute(Math.max(use.fromAt ?? duty.fromAt, duty.fromAt)), toAt: toMinute(end) };
}

function collect(
  duties: readonly Duty[],
  workOf: (duty: Duty) => readonly (readonly [id: string | null, work: Period | null])[],
): Stints {
  const stints = new Map<string, Stint[]>();
  for (const duty of duties) {
    for (const [id, work] of workOf(duty)) {
      if (id === null || !work || work.fromAt >= work.toAt) continue;
      const list = stints.get(id);
      if (list) list.push({ ...work, duty });
      else stints.set(id, [{ ...work, duty }]);
    }
  }
  for (const list of stints.values()) list.sort((a, b) => a.fromAt - b.fromAt || a.toAt - b.toAt);
  return stints;
}
