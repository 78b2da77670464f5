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
  /** Where the English one begins. */
  readonly second: number;
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

/** What was asked last and what fitted it: a longer text is looked for among that alone. */
interface Narrowed {
  readonly text: string;
  readonly fitting: readonly Candidate[];
}

/**
 * Keeps the titles of the case that was asked for last in memory, in the process that ends at lock; each letter that is
 * typed is looked for among what fitted the letters before it. What a command changes is read again.
 */
function createSuggester(book: Book): Suggester {
  let caseId: RecordId | null = null;
  let loading: Promise<Map<RecordId, Candidate>> | null = null;
  let last: Narrowed | null = null;
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
      last = null;
      stale.clear();
      loading = readAll(book, wanted);
      // A failure is asked for again, not kept.
      loading.catch(() => {
        loading = null;
      });
    }
    const all = await loading;
    if (stale.size === 0) return all;
    const ids = [...stale];
    stale.clear();
    last = null;
    for (const id of ids) all.delete(id);
    for (const one of await readCandidates(book, wanted, { ids })) all.set(one.id, one);
    return all;
  }

  function fittingOf(all: ReadonlyMap<RecordId, Candidate>, text: string): readonly Candidate[] {
    const from = last && text.startsWith(last.text) ? last.fitting : [...all.values()];
    const words = text.split(/\s+/).filter(Boolean);
    const fitting = words.length === 0 ? from : from.filter((one) => words.every((word) => one.titles.includes(word)));
    last = { text, fitting };
    return fitting;
  }

  return {
    async suggest({ caseId: wanted, text, kinds, limit }) {
      // No title holds one.
      if (text.includes(APART)) return [];
      const all = await candidates(wanted);
      const sought = text.toLowerCase();
      const start = sought.split(/\s+/).filter(Boolean).join(' ');
      const shown = new Set(kinds);
      const best: Hit[] = [];
      for (const one of fittingOf(all, sought)) {
        if (!shown.has(one.kind)) continue;
        const begins = start !== '' && (one.titles.startsWith(start) || one.titles.startsWith(start, one.second));
        insert(best, { one, begins }, limit);
      }
      return readBriefs(
        book,
        best.map(({ one }) => one.id),
      );
    },
  };
}

/** A candidate that fits. */
interface Hit {
  readonly one: Candidate;
  /** Its title begins with what was typed. */
  readonly begins: boolean;
}

/** Puts a hit where it belongs among the best so far, of which there are few. */
function insert(best: Hit[], hit: Hit, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last && compare(last, hit) <= 0) return;
  let at = best.length;
  while (at > 0 && compare(best[at - 1] as Hit, hit) > 0) at -= 1;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

function compare(a: Hit, b: Hit): number {
  return (
    Number(b.begins) - Number(a.begins) ||
    Number(b.one.isBook) - Number(a.one.isBook) ||
    b.one.changedAt - a.one.changedAt ||
    b.one.rid - a.one.rid
  );
}

type Row = [id: RecordId, kind: string, title: string, titleEn: string | null, isBook: 0 | 1, at: number, rid: number];

/** Titles read at a time: between them others are answered. */
const PAGE = 20_000;

async function readAll(book: Book, caseId: RecordId): Promise<Map<RecordId, Candidate>> {
  const all = new Map<RecordId, Candidate>();
  for (let after = -1; ; ) {
    const page = await readCandidates(book, caseId, { after });
    for (const one of page) if (isSpokenOf(one.kind)) all.set(one.id, one);
    const { length } = page;
    if (length < PAGE) return all;
    after = page[length - 1]?.rid ?? Number.MAX_SAFE_INTEGER;
  }
}

function isSpokenOf(kind: Kind): boolean {
  return isKind(kind) && kindOf(kind).linkable;
}

/** Candidates of a case and of the book: a page of them, or those of `ids`. One JSON text crosses faster than its rows. */
async function readCandidates(
  book: Book,
  caseId: RecordId,
  part: { readonly after: number } | { readonly ids: readonly RecordId[] },
): Promise<Candidate[]> {
  const [where, given] =
    'ids' in part
      ? ['r.id IN (SELECT value FROM json_each(?2))', JSON.stringify(part.ids)]
      : ['r.rid > ?2', part.after];
  const answer = await book.first<{ rows: string }>(
    `SELECT json_group_array(json_array(t.id, t.kind, t.title, t.title_en, t.case_id IS NULL, t.changed_at, t.rid)) AS rows
     FROM (SELECT r.* FROM record r WHERE ${where} AND (r.case_id = ?1 OR r.case_id IS NULL) AND r.struck_at IS NULL
       AND r.title <> '' ORDER BY r.rid LIMIT ${PAGE}) t`,
    [caseId, given],
  );
  const rows = JSON.parse(answer?.rows ?? '[]') as Row[];
  return rows
    .map(([id, kind, title, titleEn, isBook, changedAt, rid]): Candidate => {
      const titles = `${title}${APART}${titleEn ?? ''}`.toLowerCase();
      const second = titles.indexOf(APART) + 1;
      return { id, kind: kind as Kind, titles, second, isBook: isBook === 1, changedAt, rid };
    })
    .filter((one) => !('ids' in part) || isSpokenOf(one.kind));
}
