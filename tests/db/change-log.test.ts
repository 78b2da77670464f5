import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '#db/book.ts';
import { isStoreError } from '#db/store-error.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { openTestBook, TEST_NOW, type TestBook } from '#tests/helpers/book.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

const CASE = { name: 'Sak 1', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;

async function makeCase(): Promise<RecordId> {
  const { value } = await test.book.command('case.create', (tx) => tx.insert('case', CASE));
  return value.id;
}

/** Code and data of the store error that `work` throws. */
async function failure(work: Promise<unknown>): Promise<{ code: string } & Record<string, unknown>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isStoreError(error)) throw new Error(`no store error: ${String(error)}`);
  return { code: error.code, ...error.data };
}

describe('a command', () => {
  it('gives a new record its header, its derived parts and its missing fields', async () => {
    const caseId = await makeCase();
    const { value } = await test.book.command('measure.plan', (tx) =>
      tx.insert(
        'measure',
        { text: 'Patrulje\nto ganger', type: 'patrol', status: 'planned', fromLocal: '2026-03-28T21:00' },
        { caseId, storyOrder: 7 },
      ),
    );
    expect(value).toMatchObject({
      kind: 'measure',
      caseId,
      title: 'Patrulje',
      startsAt: Date.UTC(2026, 2, 28, 20),
      endsAt: null,
      precision: 'minute',
      storyOrder: 7,
      createdAt: TEST_NOW,
      createdBy: 'Test Person',
      version: 1,
      struckAt: null,
      importKey: null,
    });
    expect(value.values.crew).toBeNull();
    expect(await test.book.find(value.id)).toEqual(value);
  });

  it('changes only the named fields and counts the version up', async () => {
    const caseId = await makeCase();
    test.advance(60_000);
    const { value } = await test.book.command('case.update', (tx) => tx.update('case', caseId, { number: '12/3' }));
    expect(value).toMatchObject({ version: 2, createdAt: TEST_NOW, changedAt: TEST_NOW + 60_000 });
    expect(value.values).toMatchObject({ name: 'Sak 1', number: '12/3' });
  });

  it('writes nothing when nothing was changed: no entry, no event, no new head', async () => {
    const caseId = await makeCase();
    const events: ChangeEvent[] = [];
    test.book.onChange((event) => events.push(event));
    const before = await test.book.checkpoint();
    const { seq } = await test.book.command('case.update', (tx) => tx.update('case', caseId, { name: 'Sak 1' }));
    expect(seq).toBe(before.seq);
    expect(await test.book.checkpoint()).toEqual(before);
    expect((await test.book.find(caseId))?.version).toBe(1);
    expect(events).toEqual([]);
  });

  it('rolls everything back when it throws: rows, log, search, event', async () => {
    const events: ChangeEvent[] = [];
    test.book.onChange((event) => events.push(event));
    const work = test.book.command('case.create', async (tx) => {
      await tx.insert('case', CASE);
      await tx.insertMany('person', [{ values: { name: 'Vitnemål' } }, { values: { name: 'B' } }]);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(
      await test.book.first('SELECT (SELECT count(*) FROM record) + (SELECT count(*) FROM log_change) AS n'),
    ).toEqual({ n: 0 });
    expect(await test.book.search('vitnemål')).toEqual([]);
    expect(await test.book.checkpoint()).toMatchObject({ seq: 0 });
    expect(events).toEqual([]);
    await makeCase();
    expect((await test.book.verify()).ok).toBe(true);
  });

  it('does not commit after a write that failed, also when its error was caught', async () => {
    const work = test.book.command('person.create', async (tx) => {
      await tx.insert('person', { name: 'A' });
      await tx.insert('place', { label: 'Hjem', protection: 'none', personId: newRecordId() }).catch(() => undefined);
    });
    expect(await failure(work)).toMatchObject({ code: 'UNKNOWN_REFERENCE', kind: 'place', field: 'personId' });
    expect(await test.book.list('person')).toEqual([]);
  });

  it('shows the reader nothing before the commit', async () => {
    await test.book.command('case.create', async (tx) => {
      const { id } = await tx.insert('case', CASE);
      expect(await tx.find(id)).not.toBeNull();
      expect(await test.book.find(id)).toBeNull();
      expect(await test.book.list('case')).toEqual([]);
      return id;
    });
    expect(await test.book.list('case')).toHaveLength(1);
  });

  it('keeps the order of writes that the work starts at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `P${index}`);
    await test.book.command('person.create', (tx) => Promise.all(names.map((name) => tx.insert('person', { name }))));
    expect((await test.book.list('person')).map((person) => person.title)).toEqual(names);
  });

  it('runs one at a time, in the order in which they were asked for', async () => {
    const seen: number[] = [];
    await Promise.all(
      [1, 2, 3].map((step) =>
        test.book.command('person.create', async (tx) => {
          seen.push(step);
          await tx.insert('person', { name: `P${step}` });
          seen.push(step);
        }),
      ),
    );
    expect(seen).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('refuses a command inside a command instead of waiting for itself', async () => {
    const nested = () => test.book.command('person.create', (tx) => tx.insert('person', { name: 'B' }));
    expect(await failure(test.book.command('outer', nested))).toEqual({ code: 'NESTED_COMMAND' });
    expect(await failure(test.book.command('outer', () => test.book.use('search')))).toEqual({
      code: 'NESTED_COMMAND',
    });
    expect(await failure(test.book.command('outer', () => test.book.undo()))).toEqual({ code: 'NESTED_COMMAND' });
    await nested();
    expect(await test.book.list('person')).toHaveLength(1);
  });

  it('allows a command from a listener, and from work that outlives its command', async () => {
    const created: string[] = [];
    const stop = test.book.onChange(async (event) => {
      if (event.action !== 'first') return;
      await test.book.command('second', (tx) => tx.insert('person', { name: 'B' }));
      created.push('second');
    });
    const late = Promise.withResolvers<void>();
    await test.book.command('first', async (tx) => {
      await tx.insert('person', { name: 'A' });
      // Left running: asks for the queue when this command is over.
      void late.promise.then(() => test.book.command('third', (t) => t.insert('person', { name: 'C' })));
    });
    late.resolve();
    await test.book.command('last', (tx) => tx.insert('person', { name: 'D' }));
    await test.book.command('last', (tx) => tx.insert('person', { name: 'E' }));
    stop();
    expect((await test.book.list('person')).map((person) => person.title).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(created).toEqual(['second']);
  });

  it('refuses a write after its command has ended', async () => {
    let kept: Parameters<Parameters<typeof test.book.command>[1]>[0] | null = null;
    await test.book.command('noop', async (tx) => {
      kept = tx;
    });
    const tx = kept as unknown as { insert(kind: 'person', values: { name: string }): Promise<unknown> };
    expect(await failure(tx.insert('person', { name: 'A' }))).toEqual({ code: 'COMMAND_OVER' });
  });

  it('takes codes as actions, never content', async () => {
    await expect(test.book.command('Ringte «Åse»', async () => undefined)).rejects.toThrow(TypeError);
  });
});

describe('what a command refuses', () => {
  it.each([
    ['a missing field', { name: 'x' }, 'marking', 'REQUIRED'],
    ['an empty required field', { ...CASE, name: '' }, 'name', 'REQUIRED'],
    ['a text that is too long', { ...CASE, name: 'x'.repeat(121) }, 'name', 'TOO_LARGE'],
    ['a code that is not in the list', { ...CASE, status: 'half' }, 'status', 'NOT_A_CHOICE'],
    ['a field that the kind has not', { ...CASE, colour: 'red' }, 'colour', 'UNKNOWN_FIELD'],
    ['a value of another type', { ...CASE, number: 12 }, 'number', 'WRONG_TYPE'],
  ])('%s', async (_, values, field, reason) => {
    const work = test.book.command('case.create', (tx) => tx.insert('case', values as typeof CASE));
    expect(await failure(work)).toEqual({ code: 'INVALID_VALUES', kind: 'case', field, reason });
  });

  it('a rule across fields that does not hold', async () => {
    const caseId = await makeCase();
    const plan = { type: 'patrol', status: 'planned' } as const;
    const insert = (fromLocal: string, toLocal: string) =>
      failure(
        test.book.command('measure.plan', (tx) => tx.insert('measure', { ...plan, fromLocal, toLocal }, { caseId })),
      );
    expect(await insert('2026-03-28T21:00', '2026-03-28T20:00')).toMatchObject({ reason: 'END_BEFORE_START' });
    // The clock goes forward over it in the case's zone.
    expect(await insert('2026-03-29T02:30', '2026-03-29T04:00')).toMatchObject({ reason: 'TIME_MISSING' });
  });

  it('a case record without a case, and a book record in one', async () => {
    const caseId = await makeCase();
    const threat = test.book.command('x', (tx) => tx.insert('threat', { text: 'a' }));
    expect(await failure(threat)).toMatchObject({ code: 'INVALID_VALUES', field: 'caseId' });
    const person = test.book.command('x', (tx) => tx.insert('person', { name: 'a' }, { caseId }));
    expect(await failure(person)).toMatchObject({ code: 'INVALID_VALUES', field: 'caseId' });
  });

  it('references to nothing, to another kind, and to a case that is none', async () => {
    const caseId = await makeCase();
    const missing = newRecordId();
    const insert = (actorId: RecordId, id: RecordId) =>
      failure(test.book.command('x', (tx) => tx.insert('threat', { text: 'a', actorId }, { caseId: id })));
    expect(await insert(missing, caseId)).toMatchObject({ code: 'UNKNOWN_REFERENCE', field: 'actorId', id: missing });
    expect(await insert(caseId, caseId)).toMatchObject({ code: 'UNKNOWN_REFERENCE', field: 'actorId', id: caseId });
    expect(await insert(missing, missing)).toMatchObject({ code: 'UNKNOWN_REFERENCE', field: 'caseId' });
    expect(await test.book.list('threat')).toEqual([]);
  });

  it('changes to what is not there, is of another kind, or is struck', async () => {
    const caseId = await makeCase();
    const update = (id: RecordId) => failure(test.book.command('x', (tx) => tx.update('person', id, { name: 'a' })));
    expect(await update(newRecordId())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await update(caseId)).toMatchObject({ code: 'NOT_FOUND' });
    await test.book.command('case.strike', (tx) => tx.remove(caseId, 'Feil sak'));
    const work = test.book.command('x', (tx) => tx.update('case', caseId, { name: 'a' }));
    expect(await failure(work)).toEqual({ code: 'STRUCK', id: caseId });
    expect(await failure(test.book.command('x', (tx) => tx.remove(caseId, 'igjen')))).toMatchObject({ code: 'STRUCK' });
    expect(await failure(test.book.command('x', (tx) => tx.remove(newRecordId(), ' ')))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('striking without a reason', async () => {
    const caseId = await makeCase();
    const work = test.book.command('x', (tx) => tx.remove(caseId, '  '));
    expect(await failure(work)).toMatchObject({ code: 'INVALID_VALUES', field: 'reason' });
  });
});

describe('a struck record', () => {
  it('stays readable, counts no more, is not found by search, and comes back', async () => {
    const caseId = await makeCase();
    await test.book.command('case.strike', (tx) => tx.remove(caseId, 'Opprettet to ganger'));
    expect(await test.book.find(caseId)).toMatchObject({
      struckAt: TEST_NOW,
      struckBy: 'Test Person',
      struckReason: 'Opprettet to ganger',
    });
    expect(await test.book.list('case')).toEqual([]);
    expect(await test.book.list('case', { struck: true })).toHaveLength(1);
    expect(await test.book.search('Sak')).toEqual([]);
    await test.book.command('case.restore', (tx) => tx.restore(caseId));
    expect(await test.book.list('case')).toHaveLength(1);
    expect(await test.book.search('Sak')).toHaveLength(1);
  });
});

describe('events', () => {
  it('name the records that changed, and above 500 of a kind the kind alone', async () => {
    const events: ChangeEvent[] = [];
    test.book.onChange((event) => events.push(event));
    const people = (count: number) => Array.from({ length: count }, (_, n) => ({ values: { name: `P${n}` } }));
    const { value, seq } = await test.book.command('a', (tx) => tx.insertMany('person', people(500)));
    await test.book.command('b', async (tx) => {
      await tx.insertMany('person', people(501));
      await tx.insert('case', CASE);
    });
    expect(events[0]).toEqual({ seq, action: 'a', changes: [{ kind: 'person', ids: value }] });
    expect(events[1]?.changes).toMatchObject([{ kind: 'person', all: true }, { kind: 'case' }]);
  });

  it('come after the head outside the book is kept, and the command resolves after both', async () => {
    const order: string[] = [];
    await test.reopen({
      onCommitted: async (seq) => {
        await test.book.checkpoint();
        order.push(`head ${seq}`);
      },
    });
    test.book.onChange((event) => order.push(`event ${event.seq}`));
    await makeCase();
    order.push('done');
    expect(order).toEqual(['head 1', 'event 1', 'done']);
  });

  it('are sent although the head could not be kept, and the command says so', async () => {
    await test.reopen({
      onCommitted: () => {
        throw new Error('disk full');
      },
    });
    const events: ChangeEvent[] = [];
    test.book.onChange((event) => events.push(event));
    expect(await failure(makeCase())).toEqual({ code: 'HEAD_NOT_WRITTEN', seq: 1 });
    expect(events).toHaveLength(1);
    expect(await test.book.list('case')).toHaveLength(1);
  });
});

it('a listener that fails does not make a committed command fail, nor silence the others', async () => {
  const heard: number[] = [];
  const warned = once(process, 'warning');
  test.book.onChange(() => {
    throw new RangeError('Åse');
  });
  test.book.onChange((event) => heard.push(event.seq));
  await makeCase();
  expect(heard).toEqual([1]);
  expect(String(await warned)).toContain('a listener failed after case.create: RangeError');
});

describe('a case that moves to another zone', () => {
  it('moves the instants of its plans, and they move back with undo', async () => {
    const caseId = await makeCase();
    const { value } = await test.book.command('measure.plan', (tx) =>
      tx.insert('measure', { type: 'patrol', status: 'planned', fromLocal: '2026-03-28T21:00' }, { caseId }),
    );
    const events: ChangeEvent[] = [];
    test.book.onChange((event) => events.push(event));
    await test.book.command('case.update', (tx) => tx.update('case', caseId, { zone: 'America/New_York' }));
    expect((await test.book.find(value.id))?.startsAt).toBe(Date.UTC(2026, 2, 29, 1));
    expect(events[0]?.changes).toContainEqual({ kind: 'measure', ids: [value.id] });
    expect((await test.book.verify()).ok).toBe(true);
    await test.book.undo();
    expect((await test.book.find(value.id))?.startsAt).toBe(value.startsAt);
  });

  it('is refused where a planned time does not exist in it', async () => {
    const caseId = await makeCase();
    await test.book.command('measure.plan', (tx) =>
      // New York's clocks go forward over 02:30 on 8 March.
      tx.insert('measure', { type: 'patrol', status: 'planned', fromLocal: '2026-03-08T02:30' }, { caseId }),
    );
    const work = test.book.command('x', (tx) => tx.update('case', caseId, { zone: 'America/New_York' }));
    expect(await failure(work)).toMatchObject({ code: 'INVALID_VALUES', kind: 'case', field: 'zone' });
  });
});

describe('drafts and settings', () => {
  it('lie outside the log, and a version takes the draft away in its command', async () => {
    const caseId = await makeCase();
    const note = await test.book.command('note.create', (tx) => tx.insert('note', { heading: 'H' }, { caseId }));
    const draft = { noteId: note.value.id, heading: 'H', document: '{"a":1}', text: 'a', at: TEST_NOW, person: 'P' };
    const before = await test.book.checkpoint();
    await test.book.saveDraft({ ...draft, text: 'older' });
    await test.book.saveDraft(draft);
    expect(await test.book.findDraft(note.value.id)).toEqual(draft);
    expect(await test.book.checkpoint()).toEqual(before);
    const failing = test.book.command('note.version', async (tx) => {
      await tx.dropDraft(draft.noteId);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await test.book.findDraft(draft.noteId)).toEqual(draft);
    await test.book.command('note.version', async (tx) => {
      await tx.update('note', draft.noteId, { text: draft.text });
      await tx.dropDraft(draft.noteId);
    });
    expect(await test.book.findDraft(draft.noteId)).toBeNull();
  });

  it('keep a text under a key until it is taken away', async () => {
    expect(await test.book.setting('theme')).toBeNull();
    await test.book.setSetting('theme', 'dark');
    await test.book.setSetting('theme', 'light');
    expect(await test.book.setting('theme')).toBe('light');
    await test.book.setSetting('theme', null);
    expect(await test.book.setting('theme')).toBeNull();
  });
});
