import { releasesOf } from '../custody.ts';
import { type Entry, isAfter, type Known } from '../known.ts';
import { DANGER } from '../records.ts';
import { defineRule, sinceFirst, sinceFirstHit } from '../rule.ts';
import { dayOf, daysSince } from '../since.ts';
import { findWords } from '../words.ts';

/** Own rule: days after which an assessment of each level is old. No national interval was found. */
const REVIEW_DAYS = { high: 30, moderate: 90, low: 180 } as const;

const newestOf = (known: Known): Entry<'assessment'> | undefined => known.of('assessment').at(-1);

/** Dangers, and no assessment of risk. */
export const assessmentMissing = defineRule({
  id: 'assessment_missing',
  cause: 'picture',
  find: (known) => (newestOf(known) ? null : sinceFirst(known.of(...DANGER).slice(0, 1))),
});

/** The newest assessment is older than its level allows. */
export const assessmentOld = defineRule({
  id: 'assessment_old',
  cause: 'picture',
  find(known) {
    const newest = newestOf(known);
    if (!newest) return null;
    const limit = REVIEW_DAYS[newest.record.values.level ?? 'moderate'];
    // Of a month or a year, and of about or before a time: old when the last day it can have been made on is.
    const lastDay = dayOf(newest.bounds.toAt - 1, newest.when.zone);
    const isOld = (daysSince(newest.when, known.at) ?? daysSince(lastDay, known.at) ?? 0) > limit;
    return isOld ? { entries: [newest], since: newest.when, values: { limit } } : null;
  },
});

/** The newest assessment was made before later threats, breaches, incidents, reports or a release. */
export const assessmentOvertaken = defineRule({
  id: 'assessment_overtaken',
  cause: 'picture',
  find(known) {
    const newest = newestOf(known);
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
    const newest = newestOf(known);
    const word = newest ? findWords('other_purpose', [...newest.texts, newest.record.values.instrument ?? '']) : null;
    return newest && word !== null ? sinceFirstHit([{ entry: newest, word }]) : null;
  },
});
