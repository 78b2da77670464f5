/** Two letters that stand for a name: first and last word, or the first two letters of the only one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = Array.from(words[0] ?? '');
  const last = words.length > 1 ? Array.from(words.at(-1) ?? '') : [];
  return last.length ? `${first[0] ?? ''}${last[0] ?? ''}`.toLocaleUpperCase() : first.slice(0, 2).join('');
}
