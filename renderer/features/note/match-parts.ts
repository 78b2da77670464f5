/** A stretch of a text, and whether it is what was looked for. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Parts `text` where it holds one of the words of `query`, whatever their case; the parts joined are `text`. */
export function matchParts(text: string, query: string): Part[] {
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length === 0) return text === '' ? [] : [{ text, isMatch: false }];
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu');
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isMatch: false });
    parts.push({ text: match[0], isMatch: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMatch: false });
  return parts;
}
