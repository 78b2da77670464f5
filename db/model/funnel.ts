/**
 * How far breaches came: reported, responded to, arrested, presented, in court, judged. Counts entries, not contacts, and
 * what is recorded, not what was done: the program never decides that a breach is one.
 */
import { type BreachChain, type ChainEntry, entryOf } from './chain/chain.ts';
import type { ChainStep } from './chain/steps.ts';
import type { RecordId } from './ids.ts';

const FUNNEL_STAGES = [
  'registered',
  'reported',
  'responded',
  'lawyer_decided',
  'arrested',
  'presented',
  'in_court',
  'judged',
] as const;
type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Steps that show that a breach came to a stage. What comes later shows the same of some: a judgment is in court. */
const SHOWN_BY: Record<Exclude<FunnelStage, 'registered'>, readonly ChainStep[]> = {
  reported: ['reported'],
  responded: ['patrol_there', 'arrested', 'statement_offered', 'arrest_upheld', 'remand_decided'],
  lawyer_decided: ['lawyer_decided', 'arrest_upheld'],
  arrested: ['arrested', 'remand_decided'],
  presented: ['hearing_opened', 'remand_decided'],
  in_court: ['indictment', 'penalty_writ', 'main_hearing', 'judgment'],
  judged: ['judgment', 'penalty_writ'],
};

export interface FunnelRow {
  readonly stage: FunnelStage;
  /** Entries that came to it. */
  readonly count: number;
  readonly breachIds: readonly RecordId[];
  /** Median time since the breach, of those known to the minute; null where none is. */
  readonly medianMinutes: number | null;
  /** Median of calendar days, of those known to the day. */
  readonly medianDays: number | null;
  /** How many the median in days is of. */
  readonly timed: number;
}

/** The funnel over these chains; of contacts, how many the registered entries stand for. */
export function funnelOf(chains: readonly BreachChain[]): { readonly rows: FunnelRow[]; readonly contacts: number } {
  const counted = chains.filter(({ breach }) => breach.values.status !== 'not_a_breach');
  const rows = FUNNEL_STAGES.map((stage): FunnelRow => {
    const reached = counted.flatMap((chain) => {
      const entry = stage === 'registered' ? null : stageEntry(chain, stage);
      return stage === 'registered' || entry ? [{ chain, entry }] : [];
    });
    const minutes = reached.flatMap(({ entry }) => entry?.since.minutes ?? []);
    const days = reached.flatMap(({ entry }) => entry?.since.days ?? []);
    return {
      stage,
      count: reached.length,
      breachIds: reached.map(({ chain }) => chain.breach.id),
      medianMinutes: median(minutes),
      medianDays: median(days),
      timed: days.length,
    };
  });
  return { rows, contacts: counted.reduce((sum, { breach }) => sum + (breach.values.contacts ?? 1), 0) };
}

/** The first entry that shows that a breach came to `stage`, or null. */
function stageEntry(chain: BreachChain, stage: Exclude<FunnelStage, 'registered'>): ChainEntry | null {
  return entryOf(chain, ...SHOWN_BY[stage]);
}

/** The first entry before a court, presented or indicted, or null. */
export function toCourt(chain: BreachChain): ChainEntry | null {
  return entryOf(chain, ...SHOWN_BY.presented, ...SHOWN_BY.in_court);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
