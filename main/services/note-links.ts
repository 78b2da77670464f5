import type { z } from 'zod';
import type { mentionSchema } from '#contract/note.ts';
import type { Tx } from '#db/book.ts';
import { type LinkRow, readExisting, readLinksFrom } from '#db/reads/note.ts';
import type { BookRecord } from '#model/kinds.ts';

type Mentioned = z.infer<typeof mentionSchema>;

/** Why a link was struck: its mention is no longer in the text. A code, not words: links are not shown by themselves. */
const MENTION_GONE = 'mention_removed';

/**
 * Makes a note's links those that its text makes: new ones are inserted, ones whose mention is gone are struck, ones that
 * stay keep their identity. A mention that comes back brings its link back. Mentions of what the book does not have, and
 * of the note itself, make no link.
 */
export async function reconcileLinks(tx: Tx, note: BookRecord<'note'>, mentions: readonly Mentioned[]): Promise<void> {
  const wanted = await linksWanted(tx, note, mentions);
  const existing = await readLinksFrom(tx, note.id);
  const kept = new Map<string, LinkRow>();
  for (const link of existing) {
    const before = kept.get(keyOf(link));
    if (!before || (before.struckAt !== null && link.struckAt === null)) kept.set(keyOf(link), link);
  }
  for (const link of existing) {
    const stays = wanted.has(keyOf(link)) && kept.get(keyOf(link)) === link;
    if (!stays && link.struckAt === null) await tx.remove(link.id, MENTION_GONE);
  }
  for (const [key, link] of kept) {
    const mention = wanted.get(key);
    if (!mention) continue;
    if (link.struckAt !== null) await tx.restore(link.id);
    if (link.excerpt !== mention.excerpt) await tx.update('link', link.id, { excerpt: mention.excerpt });
  }
  const fresh = [...wanted].filter(([key]) => !kept.has(key));
  if (fresh.length === 0) return;
  await tx.insertMany(
    'link',
    fresh.map(([, { toId, type, excerpt }]) => ({
      values: { fromId: note.id, toId, type, excerpt },
      header: { caseId: note.caseId },
    })),
  );
}

/** One link for each record and type, of records that are there. */
async function linksWanted(
  tx: Tx,
  note: BookRecord<'note'>,
  mentions: readonly Mentioned[],
): Promise<Map<string, Mentioned>> {
  const there = await readExisting(tx, [...new Set(mentions.map((mention) => mention.toId))]);
  const wanted = new Map<string, Mentioned>();
  for (const mention of mentions) {
    if (mention.toId === note.id || !there.has(mention.toId) || wanted.has(keyOf(mention))) continue;
    wanted.set(keyOf(mention), mention);
  }
  return wanted;
}

function keyOf({ toId, type }: { toId: string; type: string }): string {
  return `${toId} ${type}`;
}
