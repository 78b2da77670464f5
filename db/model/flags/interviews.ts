import type { Entry, Known } from './known.ts';

/** The step of the investigation templates that is the interview of her; a plan of several offences may name it before. */
const HER_STATEMENT = /(?:^|\.)statement_her$/;

/** Steps of the investigation plan that are an interview of her: the one of a template, or one whose words say so. */
function stepsOf(known: Known): Entry<'investigation_step'>[] {
  return known.of('investigation_step').filter(({ record: { values }, words }) => {
    return values.templateKey === null ? words.has('interview_of_her') : HER_STATEMENT.test(values.templateKey);
  });
}

/** Steps by which she was interviewed; when is told by the step itself. */
export function interviewsDone(known: Known): number[] {
  return stepsOf(known).flatMap(({ record: { values } }) =>
    values.doneAt !== null && values.doneAt <= known.at ? values.doneAt : [],
  );
}

/** Interviews of her that stand in the plan and are not done, in order of when they were planned. */
export function interviewsPlanned(known: Known): Entry<'investigation_step'>[] {
  return stepsOf(known).filter(({ record: { values } }) => {
    return !(values.doneAt !== null && values.doneAt <= known.at) && values.notRelevant === null;
  });
}

/**
 * Facilitated interviews that were called for and are not on record as held. When one is to be held is a compartment of
 * its own and is read nowhere here: its age is counted from the start of its time limit.
 */
export function facilitatedNotHeld(known: Known): Entry<'child_interview'>[] {
  return known.of('child_interview').filter(({ record: { values } }) => {
    return values.heldAt === null || values.heldAt > known.at;
  });
}
