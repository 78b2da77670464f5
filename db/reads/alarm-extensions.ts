import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

interface ExtensionRow {
  readonly id: RecordId;
  readonly decidedAt: number | null;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
  readonly authority: string | null;
  readonly form: string | null;
  readonly reasons: string | null;
}

/** Decisions that follow up an alarm, in the order in which they were entered: its grant, extended. Instants in ms UTC. */
export function readAlarmExtensions(reader: Reader, alarmId: RecordId): Promise<ExtensionRow[]> {
  return reader.all<ExtensionRow>(
    `SELECT d.id, d.decided_at AS decidedAt, d.from_at AS fromAt, d.until_at AS untilAt, d.authority, d.form, d.reasons
     FROM link l CROSS JOIN record lr ON lr.id = l.id CROSS JOIN record r ON r.id = l.from_id CROSS JOIN decision d ON d.id = r.id
     WHERE l.to_id = ?1 AND l.type = 'follows_up' AND lr.struck_at IS NULL AND r.struck_at IS NULL
     ORDER BY r.rid`,
    [alarmId],
  );
}
