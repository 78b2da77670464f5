import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { commitment, commitmentDigest, entryHash, genesisHash, newSalts, useHash } from '#db/log/chain.ts';
import { differenceTexts, parseState, wholeRecord, wholeText, withDifference } from '#db/log/state.ts';
import type { StoredRecord } from '#db/tables/record.ts';
import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, type Kind } from '#model/kinds.ts';
import fc from '#tests/helpers/property.ts';
import { arbitraryValues } from '../arbitrary.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const ID = '0123456789abcdef0123456789abcdef' as RecordId;

const header = fc.record({
  caseId: fc.constantFrom(null, ID),
  storyOrder: fc.integer(),
  createdAt: fc.nat(),
  createdBy: fc.string(),
  changedAt: fc.nat(),
  changedBy: fc.string(),
  version: fc.integer({ min: 1, max: 9 }),
  struckAt: fc.option(fc.nat(), { nil: null }),
  struckBy: fc.option(fc.string(), { nil: null }),
  struckReason: fc.option(fc.string(), { nil: null }),
  importKey: fc.option(fc.string(), { nil: null }),
});

/** Records of a kind as the log sees them: nothing derived. */
function records(kind: Kind): fc.Arbitrary<StoredRecord> {
  return fc
    .tuple(
      header,
      arbitraryValues(kind, () => [ID]),
    )
    .map(([parts, values]) => ({
      rid: 1,
      id: ID,
      kind,
      title: '',
      titleEn: null,
      startsAt: null,
      endsAt: null,
      precision: null,
      qualifier: null,
      ...parts,
      values,
    }));
}

describe.each(KIND_NAMES)('the logged state of %s', (kind) => {
  it('is canonical by RFC 8785, as an independent implementation writes it', () => {
    fc.assert(
      fc.property(records(kind), records(kind), (one, other) => {
        const { before, after } = differenceTexts(one, other);
        for (const text of [wholeText(one), before, after]) expect(canonicalize(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the whole record back, and its differences lead from one state to the other and back', () => {
    fc.assert(
      fc.property(records(kind), records(kind), (one, changed) => {
        expect(wholeRecord(kind, ID, 1, parseState(wholeText(one)))).toEqual(one);
        // What an update cannot change stays.
        const { caseId, storyOrder, createdAt, createdBy, importKey } = one;
        const other = { ...changed, caseId, storyOrder, createdAt, createdBy, importKey };
        const { before, after } = differenceTexts(one, other);
        expect(withDifference(one, parseState(after))).toEqual(other);
        expect(withDifference(other, parseState(before))).toEqual(one);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a commitment', () => {
  it('is SHA-256 over the salt and the canonical form of the change', () => {
    const change = { id: ID, kind: 'note', op: 'update', before: '{"values":{"text":"é"}}', after: null };
    const parsed = { ...change, before: { values: { text: 'é' } } };
    expect(commitment('ab'.repeat(16), change)).toBe(sha256('ab'.repeat(16) + canonicalize(parsed)));
  });

  it('uses a new salt each time: equal content cannot be seen to be equal', () => {
    const salts = newSalts(1_000);
    expect(new Set(salts).size).toBe(1_000);
    expect(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true);
  });

  it('of several changes goes into the digest in order', () => {
    const digest = commitmentDigest();
    digest.add('aa');
    digest.add('bb');
    expect(digest.end()).toBe(sha256('aabb'));
  });
});

describe('a hash', () => {
  const entry = { seq: 2, at: 5, person: 'Å', action: 'a', group: null, reverts: 1, prev: 'p', changes: 'c' };

  it('of an entry is over its canonical form', () => {
    const text = '{"action":"a","at":5,"changes":"c","group":null,"person":"Å","prev":"p","reverts":1,"seq":2}';
    expect(entryHash(entry)).toBe(sha256(text));
  });

  it('changes with every part of an entry', () => {
    const others = [
      { seq: 3 },
      { at: 6 },
      { person: 'B' },
      { action: 'b' },
      { group: 'g' },
      { reverts: null },
      { prev: 'q' },
      { changes: 'd' },
    ];
    const hashes = [entry, ...others.map((part) => ({ ...entry, ...part }))].map(entryHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('of the two chains of a book begins differently, and differently for every book', () => {
    const info = { id: 'a', purpose: 'demo' };
    const hashes = [
      genesisHash('log', info),
      genesisHash('use', info),
      genesisHash('log', { ...info, purpose: 'real' }),
      genesisHash('log', { ...info, id: 'b' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('of a use covers who, when, what and which record', () => {
    const use = { seq: 1, at: 1, person: 'a', action: 'open', recordId: null, detail: null, prev: 'p' };
    const others = [{ seq: 2 }, { at: 2 }, { person: 'b' }, { action: 'lock' }, { recordId: ID }, { detail: 'x' }];
    expect(new Set([use, ...others.map((part) => ({ ...use, ...part }))].map(useHash)).size).toBe(7);
  });
});
