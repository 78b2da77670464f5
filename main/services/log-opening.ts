import type { RecordId } from '#model/ids.ts';
import type { Context } from './context.ts';

const REOPENED_AFTER_MS = 30 * 60_000;
const openings = new WeakMap<Context, Map<RecordId, { readonly at: number; readonly told: Promise<number> }>>();

/**
 * An opening of a case or an attachment is one line in the use log however often its page is refetched; after half an hour
 * it is a new one. Nobody is answered before the line is written.
 */
export async function logOpening(context: Context, id: RecordId): Promise<void> {
  const seen = openings.get(context) ?? new Map();
  openings.set(context, seen);
  const now = context.now();
  const last = seen.get(id);
  if (last === undefined || now - last.at >= REOPENED_AFTER_MS) {
    seen.set(id, { at: now, told: context.book.use('open', { recordId: id }) });
  }
  try {
    await seen.get(id)?.told;
  } catch (error) {
    // Not told yet: the next one that is answered must be.
    seen.delete(id);
    throw error;
  }
}
