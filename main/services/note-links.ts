import type { Tx } from '#db/book.ts';
import { type LinkRow, readExisting, readLinksFrom } from '#db/reads/note.ts';
import { type DocumentLink, linkKey } from '#model/document/mentions.ts';
import { whenOfDate } from '#model/document/moment.ts';
import type { BookRecord, NewValues } from '#model/kinds.ts';
import { localOfInstant } from '#model/time.ts';

/** Why a link was struck: its mention is no longer in the text. A code, not words: links are not shown by themselves. */
const MENTION_GONE = 'mention_removed';

/**
 * Makes a note's links those that its text makes: new ones are inserted, ones whose mention is gone are struck, ones that
 * stay keep their identity. A mention that comes back brings its link back. Mentions of what the book does not have, and
 * of the note itself, make no link.
 * @param zone of the case, in which the dates of links are meant
 */
export async function reconcileLinks(
  tx: Tx,
  note: BookRecord<'note'>,
  links: readonly DocumentLink[],
  zone: string,
): Promise<void> {
  const wanted = await linksWanted(
    tx,
    note,
    links.map((link) => inZone(link, zone)),
  );
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
    fresh.map(([, link]) => ({ values: valuesOf(note, link, zone), header: { caseId: note.caseId } })),
  );
}

/** A link to the note's own case with a date points at a moment on its timeline. */
function valuesOf(note: BookRecord<'note'>, link: DocumentLink, zone: string): NewValues<'link'> {
  const { toId, type, excerpt } = link;
  const holds = link.date === null ? null : whenOfDate(link.date, zone);
  const moment = holds !== null && toId === note.caseId ? true : null;
  return { fromId: note.id, toId, type, excerpt, holds, moment };
}

/** A time that clocks skip in the zone is no time there: the link holds without it. */
function inZone(link: DocumentLink, zone: string): DocumentLink {
  return link.date !== null && whenOfDate(link.date, zone) === null ? { ...link, date: null } : link;
}

/** One link for each record, type and date, of records that are there. */
async function linksWanted(
  tx: Tx,
  note: BookRecord<'note'>,
  links: readonly DocumentLink[],
): Promise<Map<string, DocumentLink>> {
  const there = await readExisting(tx, [...new Set(links.map((link) => link.toId))]);
  const wanted = new Map<string, DocumentLink>();
  for (const link of links) {
    if (link.toId === note.id || !there.has(link.toId) || wanted.has(linkKey(link))) continue;
    wanted.set(linkKey(link), link);
  }
  return wanted;
}

function keyOf(link: LinkRow): string {
  return linkKey({ ...link, date: dateText(link) });
}

/** The date of a stored link as the text has it. */
function dateText({ holdsFromAt, holdsPrecision, holdsZone }: LinkRow): string | null {
  if (holdsFromAt === null || holdsZone === null) return null;
  const local = localOfInstant(holdsFromAt, holdsZone);
  return holdsPrecision === 'minute' ? local : local.slice(0, 10);
}
