import { ICON_HEAVY, ICON_LINES, ICON_SOLIDS } from '#resources/icons/paths.ts';
import type { TimelineKind } from './types.ts';

/** A stroke or a filled part of an icon on its 20 x 20 grid; `lineWidth` 0 fills. */
export interface IconPart {
  readonly d: string;
  readonly lineWidth: number;
}

/** Parts of a kind's icon, from the one sheet of icons. */
export function kindIcon(kind: TimelineKind): readonly IconPart[] {
  const name = `k-${kind}` as const;
  const parts: IconPart[] = [{ d: ICON_LINES[name], lineWidth: 1.5 }];
  const heavy = ICON_HEAVY[name];
  const solid = ICON_SOLIDS[name];
  if (heavy) parts.push({ d: heavy, lineWidth: 2.2 });
  if (solid) parts.push({ d: solid, lineWidth: 0 });
  return parts;
}

/** Arrow of a heading that is open; turned for one that is folded. */
export const chevronDown: readonly IconPart[] = [{ d: ICON_LINES['chev-d'], lineWidth: 1.5 }];
