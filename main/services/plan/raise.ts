import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';
import { riskPeriod } from '#model/plan/risk-period.ts';
import { plannedLocal } from '#model/time.ts';
import { ServiceError } from '../context.ts';

const LABEL_LENGTH = 120;

/**
 * Makes a need of what a date asks for, with what is told of the date as its reason. A date raises one need: asked again
 * it answers that, moved to where the date lies now.
 * @throws ServiceError INVALID_VALUES where date, level, text or person is missing
 */
export async function raiseNeed(tx: Tx, riskId: RecordId): Promise<RecordId> {
  const found = await tx.find(riskId);
  if (found?.kind !== 'calendar_risk' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  const { caseId, values } = found as unknown as BookRecord<'calendar_risk'>;
  const there = await tx.first<{ id: RecordId }>(
    `SELECT n.id FROM protection_need n JOIN record r ON r.id = n.id
     WHERE n.calendar_risk_id = ? AND n.status = 'active' AND n.raised_by = 'calendar_risk' AND r.struck_at IS NULL`,
    [riskId],
  );
  const period = riskPeriod(values);
  const text = values.text?.trim() ?? '';
  const personId = values.personId ?? (await onlyProtected(tx, caseId));
  const missing = [
    ...(period ? [] : ['date']),
    ...(values.protectionLevel === null ? ['protectionLevel'] : []),
    ...(text === '' ? ['text'] : []),
    ...(personId === null ? ['personId'] : []),
  ];
  const zone = await tx.first<{ zone: string }>('SELECT zone FROM protection_case WHERE id = ?', [caseId]);
  if (!period || !zone || values.protectionLevel === null || missing.length > 0) {
    throw new ServiceError(
      'INVALID_VALUES',
      missing.map((field) => ({ field, code: 'REQUIRED' })),
    );
  }
  const span = { fromLocal: plannedLocal(period.fromAt, zone.zone), toLocal: plannedLocal(period.toAt, zone.zone) };
  const { protectionLevel, headcount } = values;
  if (there) {
    await tx.update('need', there.id, { ...span, personId, protectionLevel, headcount });
    return there.id;
  }
  const { id } = await tx.insert(
    'need',
    {
      label: firstLine(text).slice(0, LABEL_LENGTH),
      personId,
      protectionLevel,
      headcount,
      ...span,
      raisedBy: 'calendar_risk',
      calendarRiskId: riskId,
      reason: text,
      status: 'active',
    },
    { caseId },
  );
  return id;
}

/** The protected person of a case that has one only. */
async function onlyProtected(tx: Tx, caseId: RecordId | null): Promise<RecordId | null> {
  const rows = await tx.all<{ personId: RecordId }>(
    `SELECT DISTINCT cp.person_id AS personId FROM case_person cp JOIN record r ON r.id = cp.id
     WHERE r.case_id = ? AND cp.role = 'protected' AND r.struck_at IS NULL LIMIT 2`,
    [caseId],
  );
  return rows.length === 1 ? (rows[0]?.personId ?? null) : null;
}
