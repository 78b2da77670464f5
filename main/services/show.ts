import type { RecordBrief, ShownRecord } from '#contract/record.ts';
import type { BriefRow } from '#db/reads/brief.ts';
import type { Tone } from '#model/kinds/define.ts';
import { type AnyRecord, fieldsOf, isWithheld, KINDS, kindOf } from '#model/kinds.ts';

/** A record as it may leave the core: withheld values are null and named. */
export function showRecord(record: AnyRecord): ShownRecord {
  const withheld: string[] = [];
  const values: Record<string, unknown> = { ...record.values };
  for (const [name, field] of fieldsOf(record.kind)) {
    if (values[name] === null || !isWithheld(field, record.values)) continue;
    values[name] = null;
    withheld.push(name);
  }
  return { ...record, values, withheld };
}

/** A header row as a brief. */
export function showBrief(row: BriefRow): RecordBrief {
  const { measureType: _, ...brief } = row;
  return { ...brief, tone: toneOf(row) };
}

function toneOf({ kind, measureType }: BriefRow): Tone {
  const own = measureType && KINDS.measure.lane?.({ type: measureType } as never);
  return own ?? kindOf(kind).tone;
}
