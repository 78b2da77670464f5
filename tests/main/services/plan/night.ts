import type { Context } from '#main/services/context.ts';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { addWallMinutes } from '#model/plan/local-time.ts';
import { instantOfLocal } from '#model/time.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

export const OSLO = 'Europe/Oslo';

/** ms UTC of a wall-clock time in Norway. */
export function at(local: string): number {
  const found = instantOfLocal(local, OSLO);
  if (found === null) throw new RangeError(local);
  return found;
}

/** Wednesday before a change of the clocks, whose night is the fourth of the plan. */
const FIRST_DAY = '2026-03-25';

/** Saturday 28 March 2026 at noon: the night that comes has 9 of its 10 hours. */
export const NOON = noonOf(FIRST_DAY);

function noonOf(firstDay: string): number {
  return at(addWallMinutes(`${firstDay}T12:00`, 3 * 1_440));
}

export interface NightPlan extends TestContext {
  /** The day of its first night. */
  readonly firstDay: string;
  /** Its clock stands at noon before the fourth night. */
  readonly context: Context;
  readonly caseId: RecordId;
  readonly lind: RecordId;
  readonly home: RecordId;
  readonly needId: RecordId;
  /** Nights 21-07 from the first day on for ten nights, with Myr and Nes on all of them. */
  readonly guardId: RecordId;
  readonly officers: Readonly<Record<'myr' | 'nes' | 'dal', RecordId>>;
}

/**
 * A case with the need «Sove trygt», two persons by night, and a guard that answers it.
 * @param firstDay of its nights; the clock stands at noon three days later
 */
export async function openNightPlan(firstDay = FIRST_DAY): Promise<NightPlan> {
  const test = await openTestContext();
  const { value } = await test.book.command('test.plan', async (tx) => {
    const { id: caseId } = await tx.insert('case', {
      name: 'Lind',
      marking: 'fortrolig',
      status: 'open',
      zone: OSLO,
    });
    const header = { caseId };
    const { id: lind } = await tx.insert('person', { name: 'Lind' });
    await tx.insert('case_person', { personId: lind, role: 'protected' }, header);
    const { id: home } = await tx.insert('place', { label: 'Bolig', personId: lind, protection: 'none' });
    const fromLocal = `${firstDay}T21:00`;
    const night = { fromLocal, toLocal: addWallMinutes(fromLocal, 600), placeId: home, headcount: 2 };
    const { id: needId } = await tx.insert(
      'need',
      {
        ...night,
        label: 'Sove trygt',
        protectionLevel: 'guard',
        recurrence: 'FREQ=DAILY',
        raisedBy: 'manual',
        status: 'active',
      },
      header,
    );
    const { id: guardId } = await tx.insert(
      'measure',
      { ...night, type: 'guarding', status: 'planned', recurrence: 'FREQ=DAILY;COUNT=10', text: 'Fast vakthold, natt' },
      header,
    );
    const officers = { myr: guardId, nes: guardId, dal: guardId };
    for (const [key, name] of [
      ['myr', 'Myr'],
      ['nes', 'Nes'],
      ['dal', 'Dal'],
    ] as const) {
      officers[key] = (await tx.insert('officer', { name })).id;
      if (key === 'dal') continue;
      await tx.insert('assignment', { measureId: guardId, officerId: officers[key], status: 'planned' }, header);
    }
    return { caseId, lind, home, needId, guardId, officers };
  });
  return Object.assign(test, value, { firstDay, context: { ...test.context, now: () => noonOf(firstDay) } });
}

/** Occurrences of a record in the window as `[key, local-like start, minutes]`. */
export async function occurrencesOf({ context, caseId }: NightPlan, from: string, to: string) {
  const view = await planHandlers['plan.window'](context, { caseId, fromAt: at(from), toAt: at(to) });
  return view.occurrences;
}

/** Planned coverage of the window, as `state from-to` with minutes since the window's start. */
export async function plannedOf({ context, caseId }: NightPlan, from: string, to: string) {
  const { intervals } = await planHandlers['plan.coverage'](context, { caseId, fromAt: at(from), toAt: at(to) });
  return intervals
    .filter((one) => one.layer === 'planned')
    .map((one) => [one.state, (one.toAt - one.fromAt) / 60_000, ...one.reasons.map((reason) => reason.code)]);
}
