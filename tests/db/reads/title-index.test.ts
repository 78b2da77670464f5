import { expect, it } from 'vitest';
import { APART, type Candidate, createTitleIndex } from '#db/reads/title-index.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import fc from '#tests/helpers/property.ts';

const KINDS: readonly Kind[] = ['person', 'note', 'threat'];

/** Few letters, so that titles begin with, hold and lack what is asked for. */
const title = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 5 });
const candidates = fc
  .array(fc.tuple(title, fc.option(title), fc.constantFrom(...KINDS), fc.boolean(), fc.nat(3)), { maxLength: 30 })
  .map((all) =>
    all.map(([nb, en, kind, isBook, changedAt], rid): Candidate => {
      const titles = `${nb}${APART}${en ?? ''}`;
      return { id: String(rid) as RecordId, kind, titles, second: nb.length + 1, isBook, changedAt, rid };
    }),
  );
const asked = fc.array(
  fc.record({ text: title, kinds: fc.subarray([...KINDS]), limit: fc.integer({ min: 1, max: 8 }) }),
  { maxLength: 4 },
);

/** What the words of the interface say, over all candidates at once. */
function byHand(all: readonly Candidate[], text: string, kinds: readonly Kind[], limit: number): RecordId[] {
  const words = text.split(/\s+/).filter(Boolean);
  const start = words.join(' ');
  const begins = ({ titles }: Candidate) => start !== '' && titles.split(APART).some((one) => one.startsWith(start));
  return all
    .filter((one) => kinds.includes(one.kind))
    .filter((one) => begins(one) || words.every((word) => one.titles.includes(word)))
    .sort(
      (a, b) =>
        Number(begins(b)) - Number(begins(a)) ||
        Number(b.isBook) - Number(a.isBook) ||
        b.changedAt - a.changedAt ||
        b.rid - a.rid,
    )
    .slice(0, limit)
    .map(({ id }) => id);
}

// Would catch: a question that goes on from an earlier one where that one had stopped, and so misses what it had found
// already, tells it twice, or keeps what one more letter rules out.
it('answers whatever is typed, letter by letter, as a look through all titles does', () => {
  fc.assert(
    fc.property(candidates, asked, (all, questions) => {
      const index = createTitleIndex(all);
      for (const { text, kinds, limit } of questions) {
        for (let letters = 0; letters <= text.length; letters += 1) {
          const typed = text.slice(0, letters);
          const found = index.find({ text: typed, kinds, limit }).map(({ id }) => id);
          expect(found).toEqual(byHand(all, typed, kinds, limit));
        }
      }
    }),
  );
});

// Would catch: a renamed record found under its old title, or not in the place of what was changed last.
it('has what was replaced in its new place', () => {
  fc.assert(
    fc.property(candidates, candidates, title, (all, others, text) => {
      const index = createTitleIndex(all);
      index.find({ text, kinds: KINDS, limit: 8 });
      const fresh = others.filter(({ rid }) => rid % 2 === 0);
      const ids = new Set(fresh.map(({ id }) => id));
      index.replace(ids, fresh);
      const now = [...all.filter(({ id }) => !ids.has(id)), ...fresh];
      expect(index.find({ text, kinds: KINDS, limit: 8 }).map(({ id }) => id)).toEqual(byHand(now, text, KINDS, 8));
    }),
  );
});
