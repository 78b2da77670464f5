import type { ClockFacts } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';
import { readCourtSteps, trialFacts } from './court-steps.ts';
import { readCustody } from './custody.ts';
import { readBreaches, readProtection } from './events.ts';
import { readOrders } from './orders.ts';
import { readInterviews, readRegister, readYoungSuspects } from './procedure.ts';
import { readReleases } from './releases.ts';
import type { ClockReader } from './scope.ts';
import { readFailedServices } from './services.ts';
import { readTransfers } from './transfers.ts';

/**
 * What the clocks of a case, or of every open case when `caseId` is null, are read from. One statement a kind; a start
 * known to the month or the year only gives none.
 * @param asOf ms UTC; only what was recorded or dated by then, and had happened. Without it all that is recorded
 */
export async function readClockFacts(given: Reader, caseId: RecordId | null, asOf?: number): Promise<ClockFacts> {
  const reader = asOf === undefined ? given : readerAsOf(given, asOf);
  // Asked for side by side: while one answer is made into facts the database reads the next.
  const steps = readCourtSteps(reader, caseId);
  const orders = readOrders(reader, caseId);
  const [
    courtSteps,
    { rows: _, ...orderFacts },
    custody,
    breaches,
    protection,
    interviews,
    youngSuspects,
    register,
    releases,
    transfers,
    services,
  ] = await Promise.all([
    steps,
    orders,
    steps.then((known) => readCustody(reader, caseId, known)),
    orders.then(({ rows }) => readBreaches(reader, caseId, rows)),
    readProtection(reader, caseId),
    readInterviews(reader, caseId),
    readYoungSuspects(reader, caseId),
    readRegister(reader, caseId),
    readReleases(reader, caseId),
    readTransfers(reader, caseId),
    readFailedServices(reader, caseId),
  ]);
  return {
    ...custody,
    ...orderFacts,
    ...breaches,
    ...protection,
    ...trialFacts(courtSteps),
    interviews,
    youngSuspects,
    releases,
    ...register,
    transfers,
    failedServices: [...orderFacts.failedServices, ...services].sort(byOwner),
  };
}

function readerAsOf(reader: Reader, asOf: number): ClockReader {
  return { all: (sql, params) => reader.all(sql, params), first: (sql, params) => reader.first(sql, params), asOf };
}

/** What is read of several kinds lies by case, as each of them does. */
function byOwner(a: { readonly caseId: RecordId | null }, b: { readonly caseId: RecordId | null }): number {
  const [one, other] = [a.caseId ?? '', b.caseId ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
