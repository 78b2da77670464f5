import { indexPlan } from '#model/plan/plan-index.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, Need, PlanWindow } from '#model/plan/types.ts';
import { startVerdict } from '#model/plan/verdict.ts';
import { duty, need, plan } from '#tests/model/plan/plan.ts';
import { type Bench, quantile, round, row } from './bench.ts';

const MINUTE = 60_000;
const MOVES = 2_000;
/** What a pointer move may cost beside drawing, ms. */
const BUDGET_MS = 2;
const OFFICERS = Array.from({ length: 12 }, (_, index) => `officer-${index}`);

/** A week over the change of clocks: 50 duties by twelve officers, and 14 needs of two persons. */
function week(): PlanWindow {
  const days = ['23', '24', '25', '26', '27', '28', '29'];
  const needs = days.flatMap((day): Need[] => [
    need(`2026-03-${day}T00:00`, `2026-03-${day}T07:00`, { headcount: 2, qualifications: [{ id: 'q', count: 1 }] }),
    need(`2026-03-${day}T15:00`, `2026-03-${day}T23:00`, { id: 'n2', headcount: 2 }),
  ]);
  const duties = Array.from({ length: 50 }, (_, index): Duty => {
    const day = days[index % days.length] ?? '23';
    const hour = String((index * 5) % 16).padStart(2, '0');
    const until = String(((index * 5) % 16) + 7).padStart(2, '0');
    const crew = [OFFICERS[index % 12] ?? '', OFFICERS[(index * 7 + 1) % 12] ?? ''];
    return duty(`d${index}`, `2026-03-${day}T${hour}:00`, `2026-03-${day}T${until}:00`, crew);
  });
  const held = OFFICERS.slice(0, 6).map((officerId) => ({ officerId, qualificationId: 'q', untilAt: null }));
  return plan('2026-03-23T00:00', '2026-03-30T00:00', { needs, duties, held });
}

/** One move of a drag in a week of 50 duties: what it would cover, break and free; 95th percentile against its budget. */
export const planVerdict: Bench = {
  name: 'plan-verdict',
  run: async () => {
    const window = week();
    const dragged = window.duties[20] as Duty;
    const judge = startVerdict(indexPlan(window), [dragged]);
    const times: number[] = [];
    let told = 0;
    for (let move = 0; move < MOVES; move += 1) {
      const by = ((move % 100) - 50) * 15 * MINUTE;
      const next = { ...dragged, fromAt: dragged.fromAt + by, toAt: (dragged.toAt ?? 0) + by };
      const start = performance.now();
      const verdict = judge([next]);
      times.push(performance.now() - start);
      told += verdict.needs.length + verdict.broken.length;
    }
    return row('plan-verdict', quantile(times, 0.95), BUDGET_MS, 1, {
      'median, ms': round(quantile(times, 0.5)),
      'first move, ms': round(times[0] ?? Number.NaN),
      duty: keyOf(dragged),
      'findings told': told,
    });
  },
};
