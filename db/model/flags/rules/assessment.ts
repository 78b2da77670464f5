import { releasesOf } from '../custody.ts';
import { type Entry, isAfter, type Known } from '../known.ts';
import { DANGER } from '../records.ts';
import { defineRule, sinceFirst, sinceFirstHit } from '../rule.ts';
import { dayOf, daysSince } from '../since.ts';
import { findWords } from '../words.ts';

/**
 * The newest assessment of each protected person, in order of time; one that names nobody, or him whose danger to her
 * it tells, is of all. Undefined stands for a person of whom there is none.
 */
function newestEach(known: Known): (Entry<'assessment'> | undefined)[] {
  const all = known.of('assessment');
  const persons = known
    .of('case_person')
    .flatMap(({ record }) => (record.values.role === 'protected' ? [record.values.personId] : []));
  if (persons.length === 0) return [all.at(-1)];
  const isOf = (entry: Entry<'assessment'>, id: string) => {
    const named = entry.record.values.personId;
    return named === null || named === id || !persons.includes(named);
  };
  const newest = persons.map((id) => all.filter((entry) => isOf(entry, id)).at(-1));
  return [...new Set(newest)].sort((a, b) => (a?.when.fromAt ?? 0) - (b?.when.fromAt ?? 0));
}

const assessed = (known: Known) => newestEach(known).filter((entry) => entry !== undefined);

/** Dangers, and no assessment of risk. */
export const assessmentMissing = defineRule({
  id: 'assessment_missing',
  cause: 'picture',
  find: (known) => (newestEach(known).includes(undefined) ? sinceFirst(known.of(...DANGER).slice(0, 1)) : null),
});

/** The newest assessment is older than its level allows. */
export const assessmentOld = defineRule({
  id: 'assessment_old',
  cause: 'picture',
  find(known) {
    const old = assessed(known).filter((entry) => isOld(entry, known));
    const [first] = old;
    return first ? { entries: old, since: first.when, values: { limit: limitOf(first, known) } } : null;
  },
});

function limitOf({ record }: Entry<'assessment'>, { limits }: Known): number {
  return limits[`assessment_old.${record.values.level ?? 'moderate'}`];
}

function isOld(entry: Entry<'assessment'>, known: Known): boolean {
  // Of a month or a year, and of about or before a time: old when the last day it can have been made on is.
  const lastDay = dayOf(entry.bounds.toAt - 1, entry.when.zone);
  return (daysSince(entry.when, known.at) ?? daysSince(lastDay, known.at) ?? 0) > limitOf(entry, known);
}

/** The newest assessment was made before later threats, breaches, incidents, reports or a release. */
export const assessmentOvertaken = defineRule({
  id: 'assessment_overtaken',
  cause: 'picture',
  find(known) {
    const [newest] = assessed(known);
    if (!newest) return null;
    const later = [...known.of(...DANGER), ...releasesOf(known)].filter((entry) => isAfter(entry, newest));
    const [first] = later.sort((a, b) => a.when.fromAt - b.when.fromAt);
    return first ? { entries: [newest, ...later], since: first.when, values: { count: later.length } } : null;
  },
});

/** The newest assessment speaks of another purpose than her risk. */
export const assessmentOtherPurpose = defineRule({
  id: 'assessment_other_purpose',
  cause: 'picture',
  find(known) {
    return sinceFirstHit(
      assessed(known).flatMap((entry) => {
        const word = findWords('other_purpose', [...entry.texts, entry.record.values.instrument ?? '']);
        return word === null ? [] : [{ entry, word }];
      }),
    );
  },
});
