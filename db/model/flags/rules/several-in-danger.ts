import type { Entry, Known } from '../known.ts';
import { DANGER } from '../records.ts';
import { defineRule } from '../rule.ts';

/** More than one person in danger, told in the dangers' own words or by the persons of the case. */
export const severalInDanger = defineRule({
  id: 'several_in_danger',
  cause: 'around_her',
  find(known) {
    const hits = known.hits('others_in_danger', ...DANGER);
    const persons = othersOf(known);
    const entries = [...persons, ...hits.map(({ entry }) => entry)].sort((a, b) => a.when.fromAt - b.when.fromAt);
    const [first] = entries;
    if (!first) return null;
    const withoutPlan = persons.filter((person) => !hasPlan(person, known)).length;
    return {
      entries,
      hits,
      since: first.when,
      variant: persons.length > 0 && withoutPlan === 0 ? 'with_plan' : 'without_plan',
      values: { count: entries.length },
    };
  },
});

/** Children, and protected persons after the first. */
function othersOf(known: Known): Entry<'case_person'>[] {
  const parts = known.of('case_person');
  const isProtected = parts.filter(({ record }) => record.values.role === 'protected');
  return [...isProtected.slice(1), ...parts.filter(({ record }) => record.values.role === 'child')];
}

/** A plan of one's own: a wish, an assessment or an alarm in that person's name. */
function hasPlan({ record }: Entry<'case_person'>, known: Known): boolean {
  return known.of('wish', 'assessment', 'alarm').some((one) => one.record.values.personId === record.values.personId);
}
