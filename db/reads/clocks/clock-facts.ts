import type { ClockFacts } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';
import { readCourtSteps, trialFacts } from './court-steps.ts';
import { readCustody } from './custody.ts';
import { readBreaches, readProtection } from './events.ts';
import { readOrders } from './orders.ts';
import { readInterviews, readRegister, readYoungSuspects } from './procedure.ts';

/**
 * What the clocks of a case, or of every open case when `caseId` is null, are read from. One statement a kind; a start
 * known to the month or the year only gives none.
 */
export async function readClockFacts(reader: Reader, caseId: RecordId | null): Promise<ClockFacts> {
  const courtSteps = await readCourtSteps(reader, caseId);
  const { rows, ...orders } = await readOrders(reader, caseId);
  const custody = await readCustody(reader, caseId, courtSteps);
  const breaches = await readBreaches(reader, caseId, rows);
  const protection = await readProtection(reader, caseId);
  return {
    ...custody,
    ...orders,
    ...breaches,
    ...protection,
    ...trialFacts(courtSteps),
    interviews: await readInterviews(reader, caseId),
    youngSuspects: await readYoungSuspects(reader, caseId),
    ...(await readRegister(reader, caseId)),
  };
}
