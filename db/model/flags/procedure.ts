import type { Entry, Known } from './known.ts';
import type { WordList } from './words.ts';

/** Steps of the criminal case, from wherever they are recorded: a court's step, a step that followed a breach, or words. */

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

/** Arrests and remands; one who was brought in for four hours at most (politiloven § 8) was not arrested. */
export function arrestsOf(known: Known): Entry<'arrest' | 'remand' | 'response_step'>[] {
  return known.of('arrest', 'remand', 'response_step').filter(({ record }) => {
    if (record.kind === 'arrest') return record.values.custody !== 'brought_in';
    return record.kind === 'remand' || ['arrested', 'remand_decided'].includes(record.values.step);
  });
}

/** Steps by which he was charged. */
export function chargesOf(known: Known): Entry[] {
  return stepsOf(known).filter((entry) => stepOf(entry) === 'charge');
}

/** Steps by which the case was decided or put away. */
export function closingsOf(known: Known): Entry[] {
  const told = known.of('note').filter((entry) => entry.by === null && entry.words.has('case_decided'));
  return [...stepsOf(known).filter((entry) => stepOf(entry) === 'closing'), ...told];
}

/** Steps of a court after a charge: whatever a court did that only its words tell, and hearings and judgments by name. */
export function hearingsOf(known: Known): Entry[] {
  return stepsOf(known).filter((entry) => {
    const step = stepOf(entry);
    return step === 'hearing' || step === 'closing' || (step === 'other' && namedStep(entry) === null);
  });
}

/** What the prosecuting authority or a court decided about the criminal case; custody too. */
export function decisionsOf(known: Known): Entry[] {
  const told = known.of('note').filter((entry) => entry.by === null && hasAny(entry, DECISION_WORDS));
  const steps = stepsOf(known).filter((entry) => {
    const named = namedStep(entry);
    return named === null ? hasAny(entry, DECISION_WORDS) : stepOf(entry) !== 'other' || named === 'decision';
  });
  return [...steps, ...told, ...arrestsOf(known)];
}

const DECISION_WORDS: readonly WordList[] = ['charge', 'case_opened', 'case_decided'];

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
