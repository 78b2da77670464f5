import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, kindOf } from '#model/kinds.ts';
import { StoreError } from '../store-error.ts';
import type { Row } from '../tables/columns.ts';
import { headerRow, RECORD_SQL, readRecord, type StoredRecord, selectRecords } from '../tables/record.ts';
import type { CommandScope } from './command-scope.ts';
import { withDerived } from './values.ts';

const PAGE = 2_000;

/**
 * Derives titles and spans of a case's records anew, after its zone has changed. What the records say stays as it is,
 * so nothing of it is in the log.
 * @throws StoreError INVALID_VALUES if a planned time does not exist in the new zone
 */
export async function rederiveCase(scope: CommandScope, caseId: RecordId, zone: string): Promise<void> {
  for (const kind of KIND_NAMES) {
    if (kindOf(kind).scope !== 'case') continue;
    let after = 0;
    for (;;) {
      const rows = await scope.connection.all<Row>(
        `${selectRecords(kind)} WHERE r.case_id = ? AND r.kind = ? AND r.rid > ? ORDER BY r.rid LIMIT ${PAGE}`,
        [caseId, kind, after],
      );
      const records = rows.map(readRecord);
      await writeDerived(scope, records, zone);
      const last = records.at(-1);
      if (!last || records.length < PAGE) break;
      after = last.rid;
    }
  }
}

async function writeDerived(scope: CommandScope, records: readonly StoredRecord[], zone: string): Promise<void> {
  const moved = records.flatMap((record) => {
    const wrong = record.struckAt === null ? kindOf(record.kind).check?.(record.values as never, zone) : null;
    if (wrong)
      throw new StoreError('INVALID_VALUES', { kind: 'case', field: 'zone', reason: wrong.code, id: record.id });
    const now = withDerived(record, zone);
    return sameDerived(record, now) ? [] : [now];
  });
  if (moved.length === 0) return;
  for (const record of moved) scope.rederived(record.kind, record.id);
  await scope.connection.run(RECORD_SQL.update, [JSON.stringify(moved.map(headerRow))]);
}

/** True if two states of a record have the same titles and the same place in time. */
export function sameDerived(one: StoredRecord, other: StoredRecord): boolean {
  return (
    one.title === other.title &&
    one.titleEn === other.titleEn &&
    one.startsAt === other.startsAt &&
    one.endsAt === other.endsAt &&
    one.precision === other.precision &&
    one.qualifier === other.qualifier
  );
}
