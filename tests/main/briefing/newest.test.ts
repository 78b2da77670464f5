import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNewest } from '#main/briefing/newest.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { type LindCase, NIGHT, writeLindCase } from './lind.ts';

let test: TestBook;
let lind: LindCase;

beforeEach(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
});
afterEach(() => test.remove());

describe('a case with more than a briefing can tell', () => {
  // Would catch: the newest breach left out while the oldest threat is told; records dropped without a word.
  it('keeps the newest and counts the rest', async () => {
    const { ids, leftOut } = await readNewest(test.book, lind.caseId, ['threat', 'incident', 'breach'], 2);
    expect(leftOut).toBe(1);
    expect([...(ids?.keys() ?? [])].sort()).toEqual(['breach', 'incident']);
  });

  it('asks for nothing where all can be told', async () => {
    expect(await readNewest(test.book, lind.caseId, ['threat', 'incident', 'breach'], 3)).toEqual({
      ids: null,
      leftOut: 0,
    });
  });
});
