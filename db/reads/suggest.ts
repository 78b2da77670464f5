import type { RecordId } from '#model/ids.ts';
import { isKind, type Kind, kindOf } from '#model/kinds.ts';
import type { Book } from '../book.ts';
import { type BriefRow, readBriefs } from './brief.ts';

/** What a mention may point to, and what of its titles is looked through. */
interface Candidate {
  readonly id: RecordId;
  readonly kind: Kind;
  /** Titles in both languages in lower case, with a sign between that nobody types. */
  readonly titles: string;
  readonly isBook: boolean;
  readonly changedAt: number;
  readonly rid: number;
}

/** Suggestions for mentions from titles that are kept ready. */
export interface Suggester {
  /**
   * Records of this case or of the whole book whose titles in either language hold every word of `text`; those that
   * begin with it first, then those of the book (persons, places), then the newest. Struck records are left out.
   */
  suggest(wanted: {
    readonly caseId: RecordId;
    readonly text: string;
    readonly kinds: readonly Kind[];
    readonly limit: number;
  }): Promise<BriefRow[]>;
}

const APART = '\u0000';

const suggesters = new WeakMap<Book, Suggester>();

/** The suggester of an open book. */
export function suggesterOf(book: Book): Suggester {
  let suggester = suggesters.get(book);
  if (!suggester) {
    suggester = createSuggester(book);
    suggesters.set(book, suggester);
  }
  return suggester;
}

/**
 * Keeps the titles of the case that was asked for last in memory, in the process that ends at lock: 200,000 of them are
 * looked through in the time in which the database would read a tenth. What a command changes is read again.
 */
function createSuggester(book: Book): Suggester {
  let caseId: RecordId | null = null;
  let loading: Promise<Map<RecordId, Candidate>> | null = null;
  const stale = new Set<RecordId>();

  book.onChange(({ changes }) => {
    for (const change of changes) {
      if ('all' in change) loading = null;
      else for (const id of change.ids) stale.add(id);
    }
  });

  /** The candidates of a case, brought up to date. */
  async function candidates(wanted: RecordId): Promise<Map<RecordId, Candidate>> {
    if (loading === null || caseId !== wanted) {
      caseId = wanted;
      stale.clear();
      loading = readCandidates(book, wanted, null);
      // A failure is asked for again, not kept.
      loading.catch(() => {
        loading = null;
      });
    }
    const mine = loading;
    const all = await mine;
    if (stale.size === 0) return all;
    const ids = [...stale];
    stale.clear();
    for (const id of ids) all.delete(id);
    for (const [id, one] of await readCandidates(book, wanted, ids)) all.set(id, one);
    return all;
  }

  return {
    async suggest({ caseId: wanted, text, kinds, limit }) {
      // No title holds one.
      if (text.includes(APART)) return [];
      const all = await candidates(wanted);
      const words = text.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
      const start = words.join(' ');
      const shown = new Set(kinds);
      const best: { one: Candidate; begins: boolean }[] = [];
      for (const one of all.values()) {
        if (!shown.has(one.kind) || !words.every((word) => one.titles.includes(word))) continue;
        const begins = start !== '' && (one.titles.startsWith(start) || one.titles.includes(APART + start));
        insert(best, { one, begins }, limit);
      }
      return readBriefs(
        book,
        best.map(({ one }) => one.id),
      );
    },
  };
}

/** Puts a hit where it belongs among the best so far, of which there are few. */
function insert(best: { one: Candidate; begins: boolean }[], hit: { one: Candidate; begins: boolean }, limit: number) {
  const last = best.at(-1);
  if (best.length >= limit && last && compare(last, hit) <= 0) return;
  let at = best.length;
  while (at > 0 && compare(best[at - 1] as typeof hit, hit) > 0) at -= 1;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

type Hit = { readonly one: Candidate; readonly begins: boolean };

function compare(a: Hit, b: Hit): number {
  return (
    Number(b.begins) - Number(a.begins) ||
    Number(b.one.isBook) - Number(a.one.isBook) ||
    b.one.changedAt - a.one.changedAt ||
    b.one.rid - a.one.rid
  );
}

type Row = [id: RecordId, kind: string, title: string, titleEn: string | null, isBook: 0 | 1, at: number, rid: number];

/** Candidates of a case and of the book, all or those of `ids`. One JSON text crosses faster than rows by the thousand. */
async function readCandidates(
  book: Book,
  caseId: RecordId,
  ids: readonly RecordId[] | null,
): Promise<Map<RecordId, Candidate>> {
  const answer = await book.first<{ rows: string }>(
    `SELECT json_group_array(json_array(r.id, r.kind, r.title, r.title_en, r.case_id IS NULL, r.changed_at, r.rid)) AS rows
     FROM record r WHERE (r.case_id = ?1 OR r.case_id IS NULL) AND r.struck_at IS NULL AND r.title <> ''
       ${ids ? 'AND r.id IN (SELECT value FROM json_each(?2))' : ''}`,
    ids ? [caseId, JSON.stringify(ids)] : [caseId],
  );
  const all = new Map<RecordId, Candidate>();
  for (const [id, kind, title, titleEn, isBook, changedAt, rid] of JSON.parse(answer?.rows ?? '[]') as Row[]) {
    if (!isKind(kind) || !kindOf(kind).linkable) continue;
    const titles = `${title}${APART}${titleEn ?? ''}`.toLocaleLowerCase('nb');
    all.set(id, { id, kind, titles, isBook: isBook === 1, changedAt, rid });
  }
  return all;
}
