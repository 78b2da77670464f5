import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';
import { riskPeriod } from '#model/plan/risk-period.ts';
import type { NeedLevel } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import { ServiceError } from '../context.ts';

const LABEL_LENGTH = 120;

/**
 * Makes a need of what a date asks for, with what is told of the date as its reason: for the person it names, else for each
 * whom the case protects. A date raises one need a person: asked again it answers those, moved to where the date lies now.
 * @returns the need of the first person
 * @throws ServiceError INVALID_VALUES where date, level, text or person is missing
 */
export async function raiseNeed(tx: Tx, riskId: RecordId): Promise<RecordId> {
  const found = await tx.find(riskId);
  if (found?.kind !== 'calendar_risk' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  const { caseId, values } = found as unknown as BookRecord<'calendar_risk'>;
  const period = riskPeriod(values);
  const text = values.text?.trim() ?? '';
  const personIds = values.personId === null ? await protectedIn(tx, caseId) : [values.personId];
  const missing = [
    ...(period ? [] : ['date']),
    ...(values.protectionLevel === null ? ['protectionLevel'] : []),
    ...(text === '' ? ['text'] : []),
    ...(personIds.length === 0 ? ['personId'] : []),
  ];
  const zone = caseId && (await zoneOf(tx, caseId));
  if (!period || !caseId || !zone || values.protectionLevel === null || missing.length > 0) {
    throw new ServiceError(
      'INVALID_VALUES',
      missing.map((field) => ({ field, code: 'REQUIRED' })),
    );
  }
  const [id] = await writeNeeds(
    tx,
    { caseId, riskId, personIds },
    {
      protectionLevel: values.protectionLevel,
      headcount: values.headcount,
      fromLocal: plannedLocal(period.fromAt, zone),
      toLocal: plannedLocal(period.toAt, zone),
      reason: text,
    },
  );
  return id as RecordId;
}

interface ForWhom {
  readonly caseId: RecordId;
  readonly riskId: RecordId;
  readonly personIds: readonly RecordId[];
}

interface NeedTimes {
  readonly protectionLevel: NeedLevel;
  readonly headcount: number | null;
  readonly fromLocal: string;
  readonly toLocal: string | null;
  readonly reason: string;
}

/** A need a person, tied to the written date; one that is there already gets the new times. @returns ids, in that order */
export async function writeNeeds(
  tx: Tx,
  { caseId, riskId, personIds }: ForWhom,
  times: NeedTimes,
): Promise<RecordId[]> {
  const there = await tx.all<{ id: RecordId; personId: RecordId | null }>(
    `SELECT n.id, n.person_id AS personId FROM protection_need n JOIN record r ON r.id = n.id
     WHERE n.calendar_risk_id = ? AND n.status = 'active' AND n.raised_by = 'calendar_risk' AND r.struck_at IS NULL
     ORDER BY r.rid`,
    [riskId],
  );
  const ids: RecordId[] = [];
  const { reason, ...rest } = times;
  const named = await tx.all<{ id: RecordId; name: string }>(
    'SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(personIds)],
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  for (const personId of personIds) {
    // One that named nobody was met by nothing: it becomes the first person's.
    const own = there.find((one) => one.personId === personId) ?? there.find((one) => one.personId === null);
    if (own) {
      there.splice(there.indexOf(own), 1);
      await tx.update('need', own.id, { ...rest, personId });
      ids.push(own.id);
      continue;
    }
    const about = {
      label: labelOf(reason, personIds.length > 1 ? names.get(personId) : undefined),
      personId,
      raisedBy: 'calendar_risk',
      calendarRiskId: riskId,
      status: 'active',
    } as const;
    ids.push((await tx.insert('need', { ...rest, ...about, reason }, { caseId })).id);
  }
  return ids;
}

/** The reason's first line; of several needs with one reason each says whom it is for. */
function labelOf(reason: string, name: string | undefined): string {
  const line = firstLine(reason);
  if (!name) return line.slice(0, LABEL_LENGTH);
  // First whom: a narrow lane cuts what comes last.
  return `${name.slice(0, LABEL_LENGTH / 2)}: ${line.replace(/\.$/, '')}`.slice(0, LABEL_LENGTH);
}

/** Zone of a case. */
export async function zoneOf(tx: Tx, caseId: RecordId): Promise<string | null> {
  return (await tx.first<{ zone: string }>('SELECT zone FROM protection_case WHERE id = ?', [caseId]))?.zone ?? null;
}

/** Whom a case protects: protected persons, then children. */
export async function protectedIn(tx: Tx, caseId: RecordId | null): Promise<RecordId[]> {
  const rows = await tx.all<{ personId: RecordId }>(
    `SELECT cp.person_id AS personId FROM case_person cp JOIN record r ON r.id = cp.id
     WHERE r.case_id = ? AND cp.role IN ('protected', 'child') AND r.struck_at IS NULL
     ORDER BY cp.role = 'child', r.rid`,
    [caseId],
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}
