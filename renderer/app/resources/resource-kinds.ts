import type { Kind } from '#model/kinds.ts';

/** The kinds of the resources page, in the order of its tabs. */
export const RESOURCE_KINDS = ['officer', 'vehicle', 'qualification', 'place'] as const satisfies readonly Kind[];
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Fields that are columns after the name; the inspector shows the rest. A place's address stays out of the list. */
export const COLUMNS: Record<ResourceKind, readonly string[]> = {
  officer: ['callSign', 'unit', 'language', 'activeUntilAt'],
  vehicle: ['plate', 'type', 'seats', 'unmarked', 'callSign', 'outUntilAt'],
  qualification: ['code', 'validityMonths'],
  place: ['type', 'protection'],
};
