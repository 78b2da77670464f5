import type { RecordId } from '../ids.ts';
import { finalityClock, renewalClock } from './chain.ts';
import { CONTACT_BAN_ROWS } from './contact-ban.ts';
import type { CourtCutoff } from './court.ts';
import { ARREST_ROWS, HOLD_ROWS } from './custody.ts';
import { asOf, type ClockFacts } from './facts.ts';
import { INTERVIEW_ROWS } from './interview.ts';
import { BREACH_ROWS, MINOR_BAN_ROWS, ORDER_ROWS } from './orders.ts';
import { type OwnRules, ownClocks } from './own-rules.ts';
import { ACCESS_REQUEST_ROWS, UNCLEAR_DATA_ROWS, USE_LOG_ROWS } from './register.ts';
import { REMAND_ROWS } from './remand.ts';
import { type ClockRow, type FactBase, runRow } from './row.ts';
import { SERVICE_ROWS } from './service.ts';
import { SUMMONS_ROWS, TRIAL_ROWS, WRIT_ROWS, YOUNG_SUSPECT_ROWS } from './trial.ts';
import type { Clock, ClockId, ClockWorld } from './types.ts';

/** What the unit has set for the clocks. */
export interface ClockSettings {
  readonly ownRules: OwnRules;
  /** The court most petitions go to. */
  readonly cutoff: CourtCutoff | null;
  /** The court of a case, where its records name one that the unit has set. */
  readonly courtOf?: ReadonlyMap<RecordId, CourtCutoff>;
}

/**
 * Every clock of these facts as known at `world.now`: the law's by the order of the table, then the chain of orders, then
 * the unit's own rules. The same facts and instant always give the same clocks.
 */
export function readClocks(given: ClockFacts, settings: ClockSettings, world: ClockWorld): Clock[] {
  const facts = knownAt(given, world.now);
  const cutoffOf = (caseId: RecordId | null) => (caseId !== null && settings.courtOf?.get(caseId)) || settings.cutoff;
  const run = <F extends FactBase, Id extends ClockId>(rows: readonly ClockRow<F, Id>[], all: readonly F[]) =>
    rows.flatMap((row) => all.flatMap((fact) => runRow(row, fact, world, cutoffOf(fact.caseId)) ?? []));
  return [
    ...run(ARREST_ROWS, facts.arrests),
    ...run(HOLD_ROWS, facts.holds),
    ...run(REMAND_ROWS, facts.remands),
    ...run(ORDER_ROWS, facts.orders),
    ...run(BREACH_ROWS, facts.breaches),
    ...run(CONTACT_BAN_ROWS, facts.contactBans),
    ...run(MINOR_BAN_ROWS, facts.minorBans),
    ...run(INTERVIEW_ROWS, facts.interviews),
    ...run(TRIAL_ROWS, facts.trials),
    ...run(YOUNG_SUSPECT_ROWS, facts.youngSuspects),
    ...run(SUMMONS_ROWS, facts.summonses),
    ...run(WRIT_ROWS, facts.writs),
    ...run(SERVICE_ROWS, facts.failedServices),
    ...run(UNCLEAR_DATA_ROWS, facts.unclearData),
    ...run(ACCESS_REQUEST_ROWS, facts.accessRequests),
    ...run(USE_LOG_ROWS, facts.useLogs),
    ...[...facts.orders, ...facts.minorBans].flatMap((fact) => renewalClock(fact, world) ?? []),
    ...facts.contactBans.flatMap((fact) => finalityClock(fact, world) ?? []),
    ...ownClocks(facts, settings.ownRules, world),
  ];
}

/** What of the facts was known at `now`: nothing that happened later. */
function knownAt(facts: ClockFacts, now: number): ClockFacts {
  const kinds = Object.entries(facts).map(([kind, all]) => [
    kind,
    (all as readonly object[]).map((fact) => asOf(fact, now)),
  ]);
  return Object.fromEntries(kinds) as ClockFacts;
}
