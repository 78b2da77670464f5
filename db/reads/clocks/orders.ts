/** Orders, contact bans by judgment and bans for minors as the clocks read them. */
import type { ContactBanFact, FailedServiceFact, MinorBanFact, OrderFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { endedEarlyAt } from '#model/order-state.ts';
import { byCase, type ClockReader, exactFactOf, type Row, readKind, startOf } from './scope.ts';

export interface OrderRow extends Row {
  readonly variant: string | null;
  readonly stage: string | null;
  readonly respondentId: RecordId | null;
  readonly ownHome: number | null;
  readonly electronicControl: number | null;
  readonly indefinite: number | null;
  readonly decisionForm: string | null;
  readonly decidedAt: number | null;
  readonly writtenAt: number | null;
  readonly servedAt: number | null;
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly liftedAt: number | null;
  readonly courtDecision: Values<'order'>['courtDecision'];
  readonly courtDecidedAt: number | null;
  readonly reviewDemandedAt: number | null;
  readonly sentToCourtAt: number | null;
  readonly courtBookReasonAt: number | null;
  readonly controlServedAt: number | null;
  readonly controlWaivedAt: number | null;
  readonly controlPetitionAt: number | null;
  readonly lapsePlannedAt: number | null;
  readonly consentRefusedAt: number | null;
  readonly judgmentAt: number | null;
  readonly finalAt: number | null;
  readonly retriedAt: number | null;
  readonly replacesId: RecordId | null;
}

interface ServiceRow extends Row {
  readonly orderId: RecordId;
  readonly attemptAt: number;
  readonly outcome: string;
  readonly method: string | null;
}

/** States after which a sentence that was being served is still not served: on leave from it, or gone from it. */
const EVADING: ReadonlySet<string> = new Set(['leave', 'wanted']);

/** A time in which a threat actor served or evaded sentence, by person. */
interface ServingRow {
  readonly personId: RecordId;
  readonly fromAt: number;
  readonly toAt: number | null;
}

/** Orders of every kind of one case or of all open ones. */
export async function readOrders(reader: ClockReader, caseId: RecordId | null) {
  const rows = await readKind<OrderRow>(
    reader,
    'order',
    'protection_order',
    caseId,
    `t.variant, t.stage, t.respondent_id AS respondentId, t.own_home AS ownHome,
     t.electronic_control AS electronicControl, t.indefinite, t.decision_form AS decisionForm,
     t.decided_at AS decidedAt, t.written_at AS writtenAt, t.served_at AS servedAt, t.from_at AS fromAt, t.to_at AS toAt,
     t.lifted_at AS liftedAt, t.court_decision AS courtDecision, t.court_decided_at AS courtDecidedAt,
      t.review_demanded_at AS reviewDemandedAt, t.sent_to_court_at AS sentToCourtAt,
     t.court_book_reason_at AS courtBookReasonAt, t.control_served_at AS controlServedAt,
     t.control_waived_at AS controlWaivedAt, t.control_petition_at AS controlPetitionAt,
     t.lapse_planned_at AS lapsePlannedAt, t.consent_refused_at AS consentRefusedAt, t.judgment_at AS judgmentAt,
     t.final_at AS finalAt, t.retried_at AS retriedAt, t.replaces_id AS replacesId`,
  );
  const services = await readKind<ServiceRow>(
    reader,
    'order_service',
    'order_service',
    caseId,
    't.order_id AS orderId, t.attempt_at AS attemptAt, t.outcome, t.method',
  );
  const ofCase = byCase(rows);
  // What is refused, or still a draft, is no order.
  const decided = rows.filter((row) => row.stage !== 'refused' && row.stage !== 'draft' && row.stage !== 'requested');
  const bans = decided.filter((row) => row.variant === 'contact_ban');
  const serving = await readServing(reader, bans);
  return {
    rows,
    orders: decided
      .filter((row) => row.variant !== 'contact_ban' && row.variant !== 'stay_away_ban')
      .map((row) => orderFact(row, ofCase(row.caseId))),
    contactBans: bans.map((row) => banFact(row, ofCase(row.caseId), serving)),
    minorBans: decided
      .filter((row) => row.variant === 'stay_away_ban')
      .map((row): MinorBanFact => ({ ...orderFact(row, ofCase(row.caseId)), consentRefusedAt: row.consentRefusedAt })),
    failedServices: failedServices(services),
  };
}

function orderFact(row: OrderRow, all: readonly OrderRow[]): OrderFact {
  const next = all.find((one) => one.replacesId === row.id && one.stage !== 'refused');
  const begun = next && (next.stage === 'draft' || next.stage === 'requested') ? next.createdAt : null;
  const isStory = row.fromAt === null && row.decidedAt === null && row.servedAt === null && row.toAt !== null;
  return {
    ...exactFactOf(row, next),
    qualifier: isStory ? row.qualifier : null,
    ownHome: row.variant === 'own_home_ban' || row.ownHome === 1,
    minor: row.variant === 'stay_away_ban',
    electronicControl: row.variant === 'electronic_control' || row.electronicControl === 1,
    decidedAt: row.decidedAt,
    oral: row.decisionForm === 'oral',
    writtenAt: row.writtenAt,
    servedAt: row.servedAt,
    controlServedAt: row.controlServedAt,
    // Of an order that was imported only the day it was made may be known.
    fromAt: row.fromAt ?? (isStory ? startOf(row) : null),
    toAt: row.toAt,
    liftedAt: endedEarlyAt(row),
    reviewDemandedAt: row.reviewDemandedAt,
    toCourtAt: row.sentToCourtAt,
    waivedAt: row.controlWaivedAt,
    courtBookReasonAt: row.courtBookReasonAt,
    controlPetitionAt: row.controlPetitionAt,
    lapsePlannedAt: row.lapsePlannedAt,
    renewalBegunAt: begun,
    renewalDecidedAt: next?.decidedAt ?? null,
    renewalServedAt: next?.servedAt ?? null,
  };
}

function banFact(row: OrderRow, all: readonly OrderRow[], serving: readonly ServingRow[]): ContactBanFact {
  const covers = all.filter(
    (one) =>
      one.id !== row.id &&
      one.variant !== 'contact_ban' &&
      one.servedAt !== null &&
      one.toAt !== null &&
      (one.respondentId === null || row.respondentId === null || one.respondentId === row.respondentId),
  );
  const ends = covers.map((one) => Math.min(one.toAt ?? 0, endedEarlyAt(one) ?? Number.POSITIVE_INFINITY));
  return {
    ...exactFactOf(row),
    judgedAt: row.judgmentAt ?? row.decidedAt,
    finalAt: row.finalAt,
    toAt: row.toAt,
    indefinite: row.indefinite === 1,
    ownHome: row.ownHome === 1,
    electronicControl: row.electronicControl === 1,
    retriedAt: row.retriedAt,
    liftedAt: endedEarlyAt(row),
    serving: serving.filter((one) => one.personId === row.respondentId),
    orderUntilAt: ends.length > 0 ? Math.max(...ends) : null,
  };
}

function failedServices(services: readonly ServiceRow[]): FailedServiceFact[] {
  return services
    .filter((row) => row.outcome !== 'served')
    .map((row) => {
      const again = services.find(
        (one) => one.orderId === row.orderId && one.outcome === 'served' && one.attemptAt >= row.attemptAt,
      );
      return {
        ...exactFactOf(row, again),
        failedAt: row.attemptAt,
        learnedKnown: true,
        electronic: row.method === 'electronic',
        insideDeadline: false,
        deadlineMs: null,
        ofOrder: true,
        repeatedAt: again?.attemptAt ?? null,
      };
    });
}

/**
 * When those against whom there is a contact ban served or evaded sentence (straffeloven § 58): from the entry that he
 * serves, through a leave and an escape, to the entry that says that he is out of it.
 */
async function readServing(reader: ClockReader, bans: readonly OrderRow[]): Promise<ServingRow[]> {
  const ids = [...new Set(bans.flatMap((ban) => ban.respondentId ?? []))];
  if (ids.length === 0) return [];
  const rows = await reader.all<{ personId: RecordId; state: string; fromAt: number }>(
    `SELECT w.person_id AS personId, w.state, r.starts_at AS fromAt
     FROM json_each(?1) k JOIN whereabouts w ON w.person_id = k.value JOIN record r ON r.id = w.id
     WHERE r.struck_at IS NULL AND r.starts_at IS NOT NULL ORDER BY w.person_id, r.starts_at, r.rid`,
    [JSON.stringify(ids)],
  );
  const found: ServingRow[] = [];
  let open: { personId: RecordId; fromAt: number } | null = null;
  for (const row of rows) {
    if (open !== null && open.personId !== row.personId) {
      found.push({ ...open, toAt: null });
      open = null;
    }
    if (row.state === 'serving') open ??= { personId: row.personId, fromAt: row.fromAt };
    else if (open !== null && !EVADING.has(row.state)) {
      found.push({ ...open, toAt: row.fromAt });
      open = null;
    }
  }
  return open === null ? found : [...found, { ...open, toAt: null }];
}
