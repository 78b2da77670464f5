/** Instants that lie ahead by nature and are known before they come: as of a time they are no news of what followed. */
export const LIES_AHEAD: ReadonlySet<string> = new Set(['toAt', 'untilAt', 'scheduledAt', 'replyDueAt']);
