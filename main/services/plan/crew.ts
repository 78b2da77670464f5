import type { BookRecord } from '#model/kinds.ts';

export type Assignment = BookRecord<'assignment'>;
export type LegRow = BookRecord<'leg'>;

/**
 * Who or what a row assigns, or which post is to be filled: the same on the row for all occurrences and on the one for a
 * single occurrence.
 */
export function assignedKey({ values }: Assignment): string {
  return values.officerId ?? values.vehicleId ?? `post:${values.post}`;
}

/** A row for all occurrences may hold from one of them on, or up to one. */
export function holdsFor({ values: { firstLocal, lastLocal } }: Assignment, originalLocal: string): boolean {
  return (firstLocal === null || originalLocal >= firstLocal) && (lastLocal === null || originalLocal <= lastLocal);
}

/**
 * Assignments of one occurrence: those that hold for all, each replaced by the occurrence's own row for the same officer
 * or vehicle; a cancelled row takes it away.
 */
export function assignmentsOf(all: readonly Assignment[], originalLocal: string): Assignment[] {
  const found = new Map<string, Assignment[]>();
  for (const row of all) {
    if (row.values.occurrenceLocal !== null || !holdsFor(row, originalLocal)) continue;
    const key = assignedKey(row);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  const replaced = new Set<string>();
  for (const row of all) {
    if (row.values.occurrenceLocal !== originalLocal) continue;
    const key = assignedKey(row);
    // The first own row takes the place of the general ones; a person can have two parts of a night.
    found.set(key, replaced.has(key) ? [...(found.get(key) ?? []), row] : [row]);
    replaced.add(key);
  }
  return [...found.values()].flat().filter((row) => row.values.status !== 'cancelled');
}

/** Legs of one occurrence by their order: those that hold for all, each replaced by the occurrence's own of its rank. */
export function legsOf(all: readonly LegRow[], originalLocal: string): LegRow[] {
  const found = new Map<number, LegRow>();
  for (const row of all) if (row.values.occurrenceLocal === null) found.set(row.values.rank, row);
  for (const row of all) if (row.values.occurrenceLocal === originalLocal) found.set(row.values.rank, row);
  return [...found.values()].sort((a, b) => a.values.rank - b.values.rank);
}
