/** What a list of mentions can be narrowed to, in the order in which Tab goes through them. */
export const MENTION_SCOPES = ['all', 'persons', 'events', 'orders', 'measures', 'notes'] as const;
export type MentionScope = (typeof MENTION_SCOPES)[number];

/** The scope that comes `by` steps after this one, round and round. */
export function scopeAfter(scope: MentionScope, by: number): MentionScope {
  const at = (MENTION_SCOPES.indexOf(scope) + by + MENTION_SCOPES.length) % MENTION_SCOPES.length;
  return MENTION_SCOPES[at] ?? 'all';
}
