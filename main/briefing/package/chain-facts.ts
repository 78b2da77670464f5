import type { ChainFacts } from '#model/chain/facts.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';

/** What chains are read from, out of what a package may be built of. */
export function chainFacts(m: Material): ChainFacts {
  const hers = m.persons.filter(({ role }) => role === 'protected' || role === 'child');
  return { ...m, protectedIds: new Set(hers.map(({ person }) => person.id)) };
}

/** The word for a step of a chain. */
export function stepWord(step: ChainStep, w: Words): string {
  if (step === 'main_hearing') return w.t(`orders:step.${step}`);
  return w.option('step', step);
}
