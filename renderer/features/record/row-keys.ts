/**
 * How many rows a key walks in a list.
 * @param perPage rows a page holds
 * @returns null for a key that does not walk
 */
export function stepOf(key: string, perPage: number, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return perPage;
    case 'PageUp':
      return -perPage;
    case 'Home':
      return -total;
    case 'End':
      return total;
    default:
      return null;
  }
}
