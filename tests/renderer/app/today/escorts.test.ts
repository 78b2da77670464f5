import { describe, expect, it } from 'vitest';
import type { PlanView } from '#contract/plan-view.ts';
import type { TodayCase } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { escortsOf } from '#renderer/app/today/escorts.ts';

const ZONE = 'Europe/Oslo';
const CASE = 'case' as RecordId;
const cases = new Map([[CASE, { id: CASE, name: 'Sak', protectedPersons: [] } as unknown as TodayCase]]);
/** 12:00 in Oslo, in winter. */
const NOW = Date.UTC(2026, 0, 15, 11);
const HOUR_MS = 3_600_000;
const MIDNIGHT = NOW + 12 * HOUR_MS;

function run(seriesId: string, fromAt: number, toAt: number | null, status = 'planned') {
  return { seriesId, originalLocal: '2026-01-15T12:00', fromAt, toAt, status };
}
function planOf(occurrences: ReturnType<typeof run>[], duties: unknown[] = []): PlanView {
  return {
    measures: [
      { id: 'way', caseId: CASE, type: 'transport', title: 'Til retten', crew: 'To tjenestepersoner' },
      { id: 'guard', caseId: CASE, type: 'guard', title: 'Vakt', crew: null },
    ],
    officers: [{ id: 'o1', name: 'Berg' }],
    vehicles: [{ id: 'v1', label: 'Bil 1' }],
    window: { duties },
    occurrences,
  } as unknown as PlanView;
}
const of = (...runs: ReturnType<typeof run>[]) => escortsOf(planOf(runs), cases, new Set([CASE]), NOW, ZONE);

describe('escorts of today', () => {
  // Would catch: a way that is over or tomorrow's shown as today's, at its very edges; one on its way that is gone as it begins.
  it.each([
    ['is under way', NOW - HOUR_MS, NOW + 1, 1],
    ['has just ended', NOW - HOUR_MS, NOW, 0],
    ['starts a moment before midnight', MIDNIGHT - 1, MIDNIGHT + HOUR_MS, 1],
    ['starts at midnight', MIDNIGHT, MIDNIGHT + HOUR_MS, 0],
    ['has no end and is ahead', NOW + 1, null, 1],
    ['has no end and begins', NOW, null, 1],
    ['has no end and is under way', NOW - 3 * HOUR_MS, null, 1],
    ['has no end and was closed by nobody, until a day has passed', NOW - 24 * HOUR_MS + 1, null, 1],
    ['has no end and was closed by nobody for a day', NOW - 24 * HOUR_MS, null, 0],
  ])('takes one that %s by its times', (_, fromAt, toAt, count) => {
    expect(of(run('way', fromAt, toAt))).toHaveLength(count);
  });

  // Would catch: a cancelled way that a crew is waited for, a guard shown as a way, or a case that is filtered out.
  it('leaves out what will not be, other measures, and cases that are not shown', () => {
    for (const status of ['cancelled', 'not_possible', 'not_done', 'done']) {
      expect(of(run('way', NOW + 1, null, status))).toEqual([]);
    }
    expect(of(run('guard', NOW + 1, null))).toEqual([]);
    expect(escortsOf(planOf([run('way', NOW + 1, null)]), cases, new Set(), NOW, ZONE)).toEqual([]);
    expect(escortsOf(undefined, cases, new Set([CASE]), NOW, ZONE)).toEqual([]);
  });

  // Would catch: the crew of another day's way, a length below nothing, or a name that is not in the plan.
  it('names crew, cars and legs of this way, in order of time', () => {
    const duty = {
      id: 'way',
      originalLocal: '2026-01-15T12:00',
      crew: [{ officerId: 'o1' }, { officerId: null }, { officerId: 'gone' }],
      vehicles: [{ vehicleId: 'v1' }],
      legs: [
        { departAt: 0, arriveAt: 5 },
        { departAt: 9, arriveAt: 8 },
      ],
    };
    const later = { ...run('way', NOW + 9, null), originalLocal: '2026-01-15T18:00' };
    const found = escortsOf(planOf([later, run('way', NOW + 1, null)], [duty]), cases, new Set([CASE]), NOW, ZONE);
    expect(found).toMatchObject([
      { fromAt: NOW + 1, alias: 'Sak', crew: ['Berg'], vehicles: ['Bil 1'], legs: [5, 0] },
      { fromAt: NOW + 9, crew: [], crewWords: 'To tjenestepersoner', vehicles: [], legs: [] },
    ]);
  });
});
