import { boundsOf, type When } from '#model/when.ts';
import type { Material } from './material.ts';
import { inStoryOrder, type Place } from './order.ts';
import { FACT_KINDS, type Fact, type FactKind } from './tell.ts';
import type { Words } from './words.ts';

/** Facts of these kinds in the order in which they happened, those without a time last. */
export function factsOf(m: Material, kinds: readonly FactKind[] = FACT_KINDS): Fact[] {
  const facts = kinds.flatMap((kind): readonly Fact[] => m[kind]).filter((fact) => isFact(fact, m.now));
  const timed = facts.filter((fact) => placeOf(fact) !== null);
  const untimed = facts.filter((fact) => placeOf(fact) === null);
  return [
    ...inStoryOrder(timed, (fact) => placeOf(fact) ?? NOWHERE),
    ...untimed.sort((a, b) => a.storyOrder - b.storyOrder),
  ];
}

/** When a fact happened, in words. A note without a time of its own lies where it was written. */
export function factTime(fact: Fact, w: Words): string {
  const { happened } = fact.values;
  if (happened) return w.when(happened);
  const place = placeOf(fact);
  if (!place) return w.t('fact.noTime');
  return fact.kind === 'note' ? w.t('fact.written', { at: w.at(place.fromAt) }) : w.at(place.fromAt);
}

/** Where a fact lies in time, or null if nothing says so. */
export function placeOf(fact: Fact): Place | null {
  const { storyOrder } = fact;
  const { happened } = fact.values;
  if (happened) return { ...edgeOf(happened), precision: happened.precision, storyOrder };
  const at = fact.startsAt ?? (fact.kind === 'note' ? fact.createdAt : null);
  return at === null ? null : { fromAt: at, toAt: at + 60_000, precision: 'minute', storyOrder };
}

/** What is known as before or after a time stands at the edge it names, and not among what lies in that time. */
function edgeOf(happened: When): { fromAt: number; toAt: number } {
  const { fromAt, toAt } = boundsOf(happened);
  if (happened.qualifier === 'before') return { fromAt: toAt, toAt };
  if (happened.qualifier === 'after') return { fromAt, toAt: fromAt };
  return { fromAt: happened.fromAt, toAt: happened.toAt };
}

/** What is only planned or berammet is no fact yet: it stands in its own section. */
function isFact(fact: Fact, now: number): boolean {
  return fact.values.happened !== null || fact.startsAt === null || fact.startsAt <= now;
}

const NOWHERE: Place = { fromAt: 0, toAt: 1, precision: 'minute', storyOrder: 0 };
