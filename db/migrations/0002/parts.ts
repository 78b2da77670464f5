/** Pieces that several tables of this migration share. Frozen with it. */

/** An index of a reference that may be null. */
export function byRef(table: string, column: string): string {
  return `CREATE INDEX ${table}_by_${column.replace(/_id$/, '')} ON ${table}(${column}) WHERE ${column} IS NOT NULL;`;
}

export const LEVEL = "protection_level IN ('guard', 'escort', 'patrol', 'shielded')";
