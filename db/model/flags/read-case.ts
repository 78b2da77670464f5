import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';
import type { When } from '../when.ts';
import { Known } from './known.ts';
import { type FlagLimits, STANDARD_LIMITS } from './limits.ts';
import type { CaseRecords } from './records.ts';
import type { Cause, Finding, Rule } from './rule.ts';
import { dateText, daysSince } from './since.ts';
import { RULES, type RuleId } from './table.ts';

/** A record that a flag rests on. */
export interface FlagRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly when: When;
  /** Words in it that a list found; null where the record as such counts. */
  readonly word: string | null;
  /** The police learned of it after the instant that was asked for. */
  readonly hindsight: boolean;
  /** When the record was last changed, ms UTC. */
  readonly changedAt: number;
}

/** A prompt for a human: what is recorded and what is not. */
export interface Flag {
  readonly rule: RuleId;
  readonly cause: Cause;
  /** Since when, as exactly as it is known; text as `2010-12-16`, `2010-12`, `1997`, `1999-06-22T17:15`. */
  readonly since: string;
  readonly sinceWhen: When;
  /** Whole days since then; null where the day is not known, or it lies ahead. */
  readonly days: number | null;
  /** The newest of what it rests on, in order; at most as many as a person can read. */
  readonly records: readonly FlagRecord[];
  /** How many records it rests on. */
  readonly total: number;
  /** Which of the rule's sentences fits, and what stands in it. */
  readonly variant: string | null;
  readonly values: Readonly<Record<string, number | When>>;
}

/** More than these nobody reads; the newest are shown and all are counted. */
const SHOWN_RECORDS = 200;

/**
 * What a case asks a human to look at, as it was known at `at` (ms UTC), in the order of the rules. Pure: the same
 * records, instant and limits give the same flags.
 */
export function readCase(
  records: CaseRecords,
  at: number,
  limits: FlagLimits = STANDARD_LIMITS,
  rules: readonly Rule<RuleId>[] = RULES,
): Flag[] {
  const known = new Known(records, at, limits);
  return rules.flatMap((rule) => {
    const found = rule.find(known);
    return found ? [flagOf(rule, found, at)] : [];
  });
}

function flagOf(rule: Rule<RuleId>, found: Finding, at: number): Flag {
  const { entries, since, hits = [], countsDays = true, variant = null, values = {} } = found;
  const words = new Map(hits.map(({ entry, word }) => [entry.record.id, word]));
  return {
    rule: rule.id,
    cause: rule.cause,
    since: dateText(since),
    sinceWhen: since,
    days: countsDays ? daysSince(since, at) : null,
    records: entries.slice(-SHOWN_RECORDS).map(({ record, when, hindsight }) => ({
      id: record.id,
      kind: record.kind,
      title: record.title,
      titleEn: record.titleEn,
      when,
      word: words.get(record.id) || null,
      hindsight,
      changedAt: record.changedAt,
    })),
    total: entries.length,
    variant,
    values,
  };
}
