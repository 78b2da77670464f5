/**
 * What followed a breach, step by step. A chain is read from records and never stored. Which record answers which breach
 * is told by references; where there are none (an imported chronology), by these rules:
 *
 * - an arrest, a remand or a report answers every breach of the seven days before it;
 * - a court step that the protected person did not take herself belongs to the breaches of the year before it;
 * - nothing that refers to another breach is taken, nor what names another person than the breach does.
 */
import type { BookRecord } from '../kinds.ts';
import type { When } from '../when.ts';
import { type Elapsed, elapsed } from './elapsed.ts';
import type { ChainFacts } from './facts.ts';
import { type Reading, readingsOf } from './readings.ts';
import { CHAIN_STEPS, type ChainStep } from './steps.ts';

/** One step of a chain: the reading that is measured, and all that were given. */
export interface ChainEntry {
  readonly step: ChainStep;
  readonly measured: Reading;
  /** All readings of the step, earliest first. */
  readonly readings: readonly Reading[];
  /** Time since the breach; nulls where it has no time or is not known well enough. */
  readonly since: Elapsed;
}

export interface BreachChain {
  readonly breach: BookRecord<'breach'>;
  /** In order of time. */
  readonly entries: readonly ChainEntry[];
}

const NOTHING: Elapsed = { minutes: null, days: null };

/** The chain of one breach. */
export function chainOf(breach: BookRecord<'breach'>, facts: ChainFacts): BreachChain {
  const readings = readingsOf(breach, facts).sort(byTime);
  const entries = CHAIN_STEPS.flatMap((step): ChainEntry[] => {
    // Every charge, release or other step is one of its own; the others are one step that may be read several times.
    const own = readings.filter((reading) => reading.step === step);
    const once = step === 'other' ? [] : own.filter(({ isExtension }) => !isExtension);
    const each = own.filter((reading) => !once.includes(reading)).map((reading) => [reading]);
    const groups = once.length > 0 ? [once, ...each] : each;
    return groups.map((group) => {
      const measured = measuredOf(group);
      const { happened } = breach.values;
      return { step, measured, readings: group, since: happened ? elapsed(happened, measured.at) : NOTHING };
    });
  });
  entries.sort((a, b) => byTime(a.measured, b.measured));
  return { breach, entries };
}

/** The chains of all breaches, in their order. */
export function chainsOf(facts: ChainFacts): BreachChain[] {
  return facts.breach.map((breach) => chainOf(breach, facts));
}

/** The entry of a step, or null. */
export function entryOf(chain: BreachChain, ...steps: readonly ChainStep[]): ChainEntry | null {
  return chain.entries.find((entry) => steps.includes(entry.step)) ?? null;
}

/** The reading that was chosen; where none was, the earliest: a clock that starts too early warns, one too late does not. */
function measuredOf(readings: readonly Reading[]): Reading {
  return readings.find((reading) => reading.chosen) ?? (readings[0] as Reading);
}

function byTime(a: { readonly at: When; readonly step: ChainStep }, b: typeof a): number {
  return a.at.fromAt - b.at.fromAt || CHAIN_STEPS.indexOf(a.step) - CHAIN_STEPS.indexOf(b.step);
}
