import type { ShownRecord } from '#contract/record.ts';
import type { Tone } from '#model/kinds/define.ts';
import { kindOf } from '#model/kinds.ts';

/** Hue of one record: a measure's comes from its type. */
export function toneOf(record: ShownRecord): Tone {
  const decl = kindOf(record.kind);
  return decl.lane?.(record.values as never) ?? decl.tone;
}
