import type { RecordId } from '#model/ids.ts';
import { isKind, type Kind, kindOf } from '#model/kinds.ts';
import type { Book } from '../book.ts';
import { type BriefRow, readBriefs } from './brief.ts';
import { APART, type Candidate, createTitleIndex, type TitleIndex } from './title-index.ts';

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
 * Keeps the titles of the case that was asked for last in memory, in the process that ends at lock. What a command changes
 * is read again.
 */
function createSuggester(book: Book): Suggester {
  let caseId: RecordId | null = null;
  let loading: Promise<TitleIndex> | null = null;
  const stale = new Set<RecordId>();

  book.onChange(({ changes }) => {
    for (const change of changes) {
      if ('all' in change) loading = null;
      else for (const id of change.ids) stale.add(id);
    }
  });

  /** The titles of a case, brought up to date. */
  async function titlesOf(wanted: RecordId): Promise<TitleIndex> {
    if (loading === null || caseId !== wanted) {
      caseId = wanted;
      stale.clear();
      loading = readAll(book, wanted).then(createTitleIndex);
      // A failure is asked for again, not kept.
      loading.catch(() => {
        loading = null;
      });
    }
    const index = await loading;
    if (stale.size === 0) return index;
    const ids = new Set(stale);
    stale.clear();
    index.replace(ids, await readCandidates(book, wanted, { ids: [...ids] }));
    return index;
  }

  return {
    async suggest({ caseId: wanted, text, kinds, limit }) {
      // No title holds one.
      if (text.includes(APART)) return [];
      const found = (await titlesOf(wanted)).find({ text: text.toLowerCase(), kinds, limit });
      return readBriefs(
        book,
        found.map(({ id }) => id),
      );
    },
  };
}

type Row = [id: RecordId, kind: string, title: string, titleEn: string | null, isBook: 0 | 1, at: number, rid: number];

/** Titles read at a time: between them others are answered. */
const PAGE = 20_000;

async function readAll(book: Book, caseId: RecordId): Promise<Candidate[]> {
  const all: Candidate[] = [];
  for (let after = -1; ; ) {
    const page = await readCandidates(book, caseId, { after });
    for (const one of page) if (isSpokenOf(one.kind)) all.push(one);
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
