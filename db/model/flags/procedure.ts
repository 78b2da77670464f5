import { isDayKnown } from '../when.ts';
import type { Entry, Known } from './known.ts';
import { othersThanActors } from './parts.ts';
import type { WordList } from './words.ts';

/**
 * Steps of the criminal case, from wherever they are recorded: a court's step, a step that followed a breach, a decision,
 * what a person is in the case since when, or words. What a report itself says of its state has no date: it answers that
 * report alone.
 */

type Step = 'charge' | 'hearing' | 'closing' | 'other';

const STEPS: Readonly<Record<string, Step>> = {
  charge: 'charge',
  indictment: 'charge',
  penalty_writ: 'closing',
  summons: 'hearing',
  hearing: 'hearing',
  remand_hearing: 'hearing',
  main_hearing: 'hearing',
  hearing_opened: 'hearing',
  remand_decided: 'hearing',
  judgment: 'closing',
};

/** Decisions, and what a person has become in the criminal case. */
const MARKS: Readonly<Record<string, Step>> = {
  charge: 'charge',
  dismissal: 'closing',
  charged: 'charge',
  indicted: 'charge',
  convicted: 'closing',
  acquitted: 'closing',
  dismissed: 'closing',
};
type MarkKind = 'decision' | 'procedural_status';

/** States of a report in which somebody has decided about it. */
const DECIDED: readonly (string | null)[] = ['charged', 'decided', 'dismissed', 'not_a_breach'];

/** Arrests and remands; one who was brought in for four hours at most (politiloven § 8) was not arrested. */
export function arrestsOf(known: Known): Entry<'arrest' | 'remand' | 'response_step'>[] {
  return known.of('arrest', 'remand', 'response_step').filter(({ record }) => {
    if (record.kind === 'arrest') return record.values.custody !== 'brought_in';
    return record.kind === 'remand' || ['arrested', 'remand_decided'].includes(record.values.step);
  });
}

/** Whatever tells that he was charged: of one charge there may be a decision, a step, and what he is since. */
export function chargesOf(known: Known): Entry[] {
  return [...stepsOf(known).filter((entry) => stepOf(entry) === 'charge'), ...marksOf(known, 'charge')];
}

/** The same, each charge once: what is told of one time is one. */
export function singleCharges(known: Known): Entry[] {
  const single: Entry[] = [];
  for (const charge of chargesOf(known))
    if (!isMark(charge) || !single.some((one) => overlap(one, charge))) single.push(charge);
  return single.sort((a, b) => a.when.fromAt - b.when.fromAt);
}

/** Steps by which the case was decided or put away. */
export function closingsOf(known: Known): Entry[] {
  const told = known.of('note').filter((entry) => entry.by === null && entry.words.has('case_decided'));
  return [...stepsOf(known).filter((entry) => stepOf(entry) === 'closing'), ...marksOf(known, 'closing'), ...told];
}

/**
 * Reports about which nobody is known to have decided: by what the report itself says of its state, as far as that had
 * been entered by then, or by a decision or a charge on its day, of which only the day is known.
 */
export function undecided<E extends Entry<'report'>>(reports: readonly E[], known: Known): E[] {
  const marks = marksOf(known, 'charge', 'closing').filter(({ when }) => isDayKnown(when));
  return reports.filter(
    ({ record, when }) =>
      !(DECIDED.includes(record.values.status) && record.changedAt <= known.at) &&
      !marks.some((mark) => mark.when.fromAt <= when.fromAt && when.fromAt < mark.when.toAt),
  );
}

/** Steps of a court after a charge: whatever a court did that only its words tell, and hearings and judgments by name. */
export function hearingsOf(known: Known): Entry[] {
  const steps = stepsOf(known).filter((entry) => {
    const step = stepOf(entry);
    return step === 'hearing' || step === 'closing' || (step === 'other' && namedStep(entry) === null);
  });
  return [...steps, ...marksOf(known, 'closing')];
}

/** What the prosecuting authority or a court decided about the criminal case; custody too. */
export function decisionsOf(known: Known): Entry[] {
  const told = known.of('note').filter((entry) => entry.by === null && hasAny(entry, DECISION_WORDS));
  const steps = stepsOf(known).filter((entry) => {
    const named = namedStep(entry);
    return named === null ? hasAny(entry, DECISION_WORDS) : stepOf(entry) !== 'other' || named === 'decision';
  });
  return [...steps, ...marksOf(known, 'charge', 'closing'), ...told, ...arrestsOf(known)];
}

const DECISION_WORDS: readonly WordList[] = ['charge', 'case_opened', 'case_decided'];

/** Decisions and states of these steps; of a person who has another part in the case than his they tell nothing of him. */
function marksOf(known: Known, ...steps: readonly Step[]): Entry<MarkKind>[] {
  const others = othersThanActors(known);
  return known.of('decision', 'procedural_status').filter(({ record }) => {
    const { personId } = record.values;
    const mark = MARKS[record.kind === 'decision' ? record.values.type : record.values.status];
    return mark !== undefined && steps.includes(mark) && !(personId !== null && others.has(personId));
  });
}

function isMark({ record: { kind } }: Entry): boolean {
  return kind === 'decision' || kind === 'procedural_status';
}

function overlap(a: Entry, b: Entry): boolean {
  return a.bounds.fromAt < b.bounds.toAt && b.bounds.fromAt < a.bounds.toAt;
}

/** Steps that she or the threat actor did not take. */
function stepsOf(known: Known): Entry<'court_step' | 'response_step'>[] {
  return known.of('court_step', 'response_step').filter(({ by }) => by === null || by === 'other');
}

function stepOf(entry: Entry<'court_step' | 'response_step'>): Step {
  const named = namedStep(entry);
  if (named !== null) return STEPS[named] ?? 'other';
  if (entry.words.has('charge')) return 'charge';
  return entry.words.has('case_decided') ? 'closing' : 'other';
}

function namedStep({ record }: Entry<'court_step' | 'response_step'>): string | null {
  return record.values.step;
}

function hasAny({ words }: Entry, lists: readonly WordList[]): boolean {
  return lists.some((list) => words.has(list));
}
