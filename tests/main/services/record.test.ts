import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordRoutes } from '#contract/record.ts';
import { recordHandlers as record } from '#main/services/record.ts';
import { searchHandlers } from '#main/services/search.ts';
import { sessionHandlers as session } from '#main/services/session.ts';
import { timelineHandlers } from '#main/services/timeline.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { fieldsOf, KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { whenOf } from '#model/when.ts';
import { arbitraryValues } from '#tests/helpers/arbitrary-values.ts';
import { filledValues } from '#tests/helpers/canary-values.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import fc from '#tests/helpers/property.ts';

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  caseId = await create('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
});
afterEach(() => test.remove());

const ZONE = 'Europe/Oslo';
const day = (date: string) => whenOf(date, '', 'day', ZONE);

async function create(kind: Kind, values: Record<string, unknown>, of: RecordId | null = caseId): Promise<RecordId> {
  const isOfCase = kindOf(kind).scope === 'case';
  const { byIntake, ownRoutes } = kindOf(kind);
  // What has routes of its own, or is written by those of its note, is put there below the routes.
  if (byIntake || ownRoutes || kind === 'link' || values.document) {
    const header = { caseId: isOfCase ? of : null };
    return (await test.book.command('intake', (tx) => tx.insert(kind, values as never, header))).value.id;
  }
  return (await record['record.create'](test.context, { kind, caseId: isOfCase ? of : null, values })).id;
}
type ListInput = Parameters<(typeof record)['record.list']>[1];
const list = (input: { kinds: Kind[] } & Partial<ListInput>) =>
  record['record.list'](test.context, recordRoutes['record.list'].input.parse(input));
const titles = async (input: { kinds: Kind[] } & Partial<ListInput>) =>
  (await list(input)).records.map(({ title }) => title);
const suggest = async (text: string, more: { kinds?: Kind[]; limit?: number } = {}) =>
  (await record['record.suggest'](test.context, { caseId, text, limit: 12, ...more })).map(({ title }) => title);
const logLength = async () => (await test.book.log({ limit: 500 })).length;

describe('a list of records', () => {
  beforeEach(async () => {
    await create('threat', { text: 'B', happened: day('2026-03-02') });
    await create('threat', { text: 'uten tid 1' });
    await create('incident', { text: 'A', happened: day('2026-03-01') });
    await create('contact', { text: 'C', happened: day('2026-03-03') });
    await create('threat', { text: 'uten tid 2' });
  });

  // Would catch: a page that repeats or skips a record where several kinds meet; a total of the page alone.
  it('is paged over several kinds in one order', async () => {
    const kinds: Kind[] = ['threat', 'incident', 'contact'];
    const all = await titles({ kinds });
    const paged: string[] = [];
    for (let offset = 0; offset < 6; offset += 2) {
      const page = await list({ kinds, offset, limit: 2 });
      expect(page.total).toBe(5);
      paged.push(...page.records.map(({ title }) => title));
    }
    expect(paged).toEqual(all);
    expect(await list({ kinds, offset: 99 })).toEqual({ total: 5, records: [] });
    expect(await titles({ kinds: ['incident'] })).toEqual(['A']);
  });

  // Would catch: an unknown time taken for the year 1970, or for the newest of all.
  it('puts unknown times last in either direction', async () => {
    const kinds: Kind[] = ['threat', 'incident', 'contact'];
    expect(await titles({ kinds, order: 'time' })).toEqual(['A', 'B', 'C', 'uten tid 1', 'uten tid 2']);
    expect(await titles({ kinds, order: 'time_desc' })).toEqual(['C', 'B', 'A', 'uten tid 2', 'uten tid 1']);
    expect(await titles({ kinds, order: 'entered' })).toEqual(['uten tid 2', 'C', 'A', 'uten tid 1', 'B']);
  });

  // Would catch: a struck record that still counts, or one that nobody can find again.
  it('leaves struck ones out until they are asked for', async () => {
    const [first] = (await list({ kinds: ['threat'] })).records;
    await record['record.strike'](test.context, { id: first?.id as RecordId, reason: 'Feil sak' });
    expect(await titles({ kinds: ['threat'] })).toEqual(['uten tid 1', 'uten tid 2']);
    const withStruck = await list({ kinds: ['threat'], struck: true });
    expect(withStruck.total).toBe(3);
    expect(withStruck.records[0]).toMatchObject({ struckReason: 'Feil sak', struckBy: 'Test Person' });
  });

  // Would catch: one case's facts in another, or a person of another case among this one's.
  it('narrows what belongs to the book to a case through its persons', async () => {
    const other = await create('case', { name: 'Berg', marking: 'fortrolig', status: 'open', zone: ZONE });
    const [hers, theirs, nobodys] = [
      await create('person', { name: 'Lind' }),
      await create('person', { name: 'Berg' }),
      await create('person', { name: 'Ukjent' }),
    ];
    const part = await create('case_person', { personId: hers, role: 'protected' });
    await create('case_person', { personId: theirs, role: 'protected' }, other);
    for (const [personId, label] of [
      [hers, 'Lind'],
      [theirs, 'Berg'],
      [nobodys, 'Ukjent'],
      [null, 'Torget'],
    ] as const) {
      await create('place', { label: `Sted ${label}`, personId, protection: 'none' });
      if (!personId) continue;
      await create('contact_point', { personId, rule: 'ordinary', channel: 'call', hours: label, protection: 'none' });
      await create('whereabouts', { personId, state: 'unknown', since: day('2026-03-01'), source: label });
    }
    await create('threat', { text: 'annen sak', happened: day('2026-03-01') }, other);
    const of = async (kinds: Kind[]) => (await titles({ kinds, caseId })).sort();
    expect(await of(['person'])).toEqual(['Lind']);
    expect(await of(['contact_point', 'whereabouts'])).toEqual(['Lind', 'Lind']);
    expect(await of(['place'])).toEqual(['Sted Lind', 'Sted Torget']);
    expect(await of(['case'])).toEqual(['Lind']);
    expect(await of(['person', 'incident'])).toEqual(['A', 'Lind']);
    expect(await of(['threat'])).not.toContain('annen sak');
    await record['record.strike'](test.context, { id: part, reason: 'Ikke i saken' });
    expect(await of(['person', 'contact_point'])).toEqual([]);
  });
});

describe('a new record', () => {
  // Would catch: a threat in no case, or a person locked to one.
  it('is of a case where its kind is, and of none where it is not', async () => {
    const input = { kind: 'threat', caseId: null, values: { text: 'x' } } as const;
    await expect(record['record.create'](test.context, input)).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: [{ field: 'caseId', code: 'REQUIRED' }],
    });
    const person = { kind: 'person', caseId, values: { name: 'x' } } as const;
    await expect(record['record.create'](test.context, person)).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: [{ field: 'caseId', code: 'INVALID' }],
    });
    await expect(create('threat', { text: 'x' }, newRecordId())).rejects.toMatchObject({ code: 'UNKNOWN_REFERENCE' });
  });

  // Would catch: a value the kind does not have, a missing name, a reference to nothing, and half of it written.
  it('is refused whole when a value does not fit', async () => {
    const before = await logLength();
    const refused = async (kind: Kind, values: Record<string, unknown>) =>
      expect(create(kind, values)).rejects.toMatchObject({ code: expect.stringMatching(/INVALID_VALUES|UNKNOWN_REF/) });
    await refused('person', {});
    await refused('person', { name: ' ' });
    await refused('person', { name: 'x', shoeSize: 43 });
    await refused('threat', { actorId: newRecordId() });
    await refused('threat', { actorId: caseId });
    await refused('measure', { type: 'patrol', status: 'planned', fromLocal: '2026-03-29T02:30' });
    expect(await logLength()).toBe(before);
  });

  // Would catch: a kind the service cannot take, now or when it is added.
  it('can be of every kind, with every field', async () => {
    const ids = new Map<string, RecordId>([['case', caseId]]);
    for (const kind of KIND_NAMES) {
      const values = filledValues(
        kind,
        (field) => `${field} æ`,
        (of) => ids.get(of === '*' ? 'threat' : of) ?? null,
      );
      const id = await create(kind, values);
      ids.set(kind, ids.get(kind) ?? id);
      const shown = await record['record.get'](test.context, { id });
      for (const [name] of fieldsOf(kind)) {
        if (!shown.withheld.includes(name)) expect(shown.values[name], `${kind}.${name}`).toEqual(values[name]);
      }
    }
  });
});

describe('what has routes of its own', () => {
  const OWN = KIND_NAMES.filter((kind) => kindOf(kind).ownRoutes);

  // Would catch: a finished transfer, a reviewed flag or a told sentence that one call made, changed or took away.
  it('is neither made nor changed by the general ones, whatever it is given', async () => {
    const ids = new Map<string, RecordId>([['case', caseId]]);
    for (const kind of KIND_NAMES.filter((one) => one !== 'case')) {
      const values = filledValues(
        kind,
        (name) => name,
        (of) => ids.get(of === '*' ? 'threat' : of) ?? null,
      );
      ids.set(kind, await create(kind, values));
    }
    const written = await logLength();
    const own = fc.constantFrom(...OWN);
    await fc.assert(
      fc.asyncProperty(
        own.chain((kind) =>
          fc.tuple(fc.constant(kind), arbitraryValues(kind), fc.subarray(fieldsOf(kind).map(([name]) => name))),
        ),
        async ([kind, values, names]) => {
          const { scope, ownRoutes } = kindOf(kind);
          const id = ids.get(kind) as RecordId;
          const patch = Object.fromEntries(names.map((name) => [name, values[name]]));
          const calls = [
            record['record.create'](test.context, { kind, caseId: scope === 'case' ? caseId : null, values }),
            record['record.update'](test.context, { id, patch }),
            ...(ownRoutes === 'all'
              ? [
                  record['record.strike'](test.context, { id, reason: 'x' }),
                  record['record.restore'](test.context, { id }),
                ]
              : []),
          ];
          for (const refused of await Promise.allSettled(calls)) {
            expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'WRITTEN_ELSEWHERE' } });
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(await logLength()).toBe(written);
  });

  // Would catch: a kind that lost its declaration, and can be forged again.
  it('is what its services check', () => {
    expect(OWN).toEqual([
      'conflict_acceptance',
      'flag_review',
      'policy_target',
      'court_cutoff',
      'sentence_decision',
      'recall_read_back',
      'transfer',
      'transfer_item',
    ]);
  });

  // Would catch: a case that is closed to all because somebody who never was there took it over.
  it('cannot hand a case over by itself', async () => {
    const values = { toDistrict: 'Vest', takenOverAt: 1, takenOverBy: 'En Annen' };
    const forged = record['record.create'](test.context, { kind: 'transfer', caseId, values });
    await expect(forged).rejects.toMatchObject({ code: 'WRITTEN_ELSEWHERE' });
    await create('threat', { text: 'kan føres' });
  });

  // Would catch: a note that comes into the book signed in another's name, or with a text that nothing understood.
  it.each([
    [{ signedAt: 1, signedBy: 'En Annen' }, 'signedAt'],
    [{ signedBy: 'En Annen' }, 'signedBy'],
    [{ document: 'junk' }, 'document'],
    [{ documentVersion: 99 }, 'documentVersion'],
  ])('is what only signs or writes a note: %o', async (values, field) => {
    const input = { kind: 'note', caseId, values: { text: 'a', ...values } } as const;
    await expect(record['record.create'](test.context, input)).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: [{ field, code: 'INVALID' }],
    });
    await record['record.create'](test.context, { kind: 'note', caseId, values: { text: 'a', signedAt: null } });
  });

  // Would catch: a link of a note that is struck although its text still makes it.
  it('is what its note links to', async () => {
    const fromId = await create('note', { text: 'a' });
    const toId = await create('threat', { text: 'b' });
    const id = await create('link', { fromId, toId, type: 'mentions' });
    for (const refused of [
      record['record.strike'](test.context, { id, reason: 'x' }),
      record['record.restore'](test.context, { id }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'NOTE_LINK' });
    }
  });
});

describe('a change', () => {
  // Would catch: a change that cannot be taken back to the last letter, or an undo that forgets the striking.
  it('is taken back and done again, one command at a time', async () => {
    const id = await create('threat', { text: 'Først', happened: day('2026-03-01') });
    const get = () => record['record.get'](test.context, { id });
    const first = await get();
    await record['record.update'](test.context, { id, patch: { text: 'Så', happened: null } });
    expect(await get()).toMatchObject({ title: 'Så', startsAt: null, version: 2 });
    await record['record.strike'](test.context, { id, reason: 'Dobbelt' });
    await expect(record['record.update'](test.context, { id, patch: { text: 'x' } })).rejects.toMatchObject({
      code: 'STRUCK',
    });
    await record['record.restore'](test.context, { id });
    expect(await get()).toMatchObject({ struckAt: null, struckReason: null, title: 'Så' });
    const undone: string[] = [];
    for (let step = 0; step < 3; step += 1) undone.push((await session['history.undo'](test.context, {})).action);
    expect(undone).toEqual(['threat.restore', 'threat.strike', 'threat.update']);
    expect(await get()).toEqual(first);
    await session['history.undo'](test.context, {});
    await expect(get()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await session['history.redo'](test.context, {});
    await session['history.redo'](test.context, {});
    expect(await get()).toMatchObject({ title: 'Så', startsAt: null });
  });

  // Would catch: a line in the log, and a new version, for a field that was left as it was.
  it('that changes nothing leaves no line', async () => {
    const id = await create('threat', { text: 'Samme' });
    const before = await logLength();
    await record['record.update'](test.context, { id, patch: { text: 'Samme' } });
    expect(await logLength()).toBe(before);
    expect(await record['record.get'](test.context, { id })).toMatchObject({ version: 1 });
  });

  it('of what is not there is refused', async () => {
    const id = newRecordId();
    const refusals = [
      record['record.get'](test.context, { id }),
      record['record.update'](test.context, { id, patch: {} }),
      record['record.strike'](test.context, { id, reason: 'x' }),
      record['record.restore'](test.context, { id }),
      record['record.reveal'](test.context, { id, field: 'value' }),
    ];
    for (const refusal of refusals) await expect(refusal).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a withheld value', () => {
  const SECRET = 'hemmelig9471';
  const secrets: { id: RecordId; field: string }[] = [];
  beforeEach(async () => {
    secrets.length = 0;
    const personId = await create('person', { name: 'Lind' });
    await create('case_person', { personId, role: 'protected' });
    const protection = 'strengt_fortrolig';
    const place = await create('place', { label: 'Tilflukt', address: SECRET, access: SECRET, personId, protection });
    const point = await create('contact_point', {
      personId,
      rule: 'danger',
      channel: 'call',
      value: SECRET,
      codeWord: SECRET,
      protection,
    });
    const alarm = await create('alarm', { unit: 'Alarm 3', personId, codeWord: SECRET, duressWord: SECRET });
    secrets.push({ id: place, field: 'address' }, { id: place, field: 'access' });
    secrets.push({ id: point, field: 'value' }, { id: point, field: 'codeWord' });
    secrets.push({ id: alarm, field: 'codeWord' }, { id: alarm, field: 'duressWord' });
    const note = await create('note', { heading: 'Notat' });
    await create('link', { fromId: note, toId: place, type: 'mentions', excerpt: 'Tilflukt' });
  });

  // Would catch: a protected address or a code word in any answer but the one that is logged.
  it('is in no answer but the one that reveals it', async () => {
    const [place] = secrets;
    const answers = [
      await list({ kinds: KIND_NAMES }),
      await list({ kinds: KIND_NAMES, caseId }),
      ...(await Promise.all(secrets.map(({ id }) => record['record.get'](test.context, { id })))),
      await record['record.briefs'](test.context, { ids: secrets.map(({ id }) => id) }),
      await record['record.backlinks'](test.context, { id: place?.id as RecordId, offset: 0, limit: 50 }),
      await record['record.suggest'](test.context, { caseId, text: '', limit: 50 }),
      await record['record.suggest'](test.context, { caseId, text: SECRET, limit: 50 }),
      await timelineHandlers['timeline.list'](test.context, { caseId, offset: 0, limit: 100 }),
      await searchHandlers['search.query'](test.context, { text: SECRET, limit: 50 }),
      await searchHandlers['search.query'](test.context, { text: 'Tilflukt', limit: 50 }),
      await record['record.update'](test.context, { id: place?.id as RecordId, patch: { label: 'Tilflukt 2' } }),
      await session['log.list'](test.context, { limit: 100 }),
      await session['log.uses'](test.context, { limit: 100 }),
    ];
    expect(answers.filter((answer) => JSON.stringify(answer).includes(SECRET))).toEqual([]);
    expect(JSON.stringify(test.events)).not.toContain(SECRET);
    for (const { id, field } of secrets) {
      const shown = await record['record.get'](test.context, { id });
      expect(shown.values[field]).toBeNull();
      expect(shown.withheld).toContain(field);
    }
  });

  // Would catch: a change of another field that writes the null of what was withheld over the address.
  it('is still there after another field was changed', async () => {
    const [{ id, field } = { id: caseId, field: '' }] = secrets;
    await record['record.update'](test.context, { id, patch: { label: 'Nytt navn' } });
    expect(await record['record.reveal'](test.context, { id, field })).toEqual({ value: SECRET });
  });

  it('is given by a reveal, which names the field in the use log and nothing of the value', async () => {
    for (const { id, field } of secrets) {
      expect(await record['record.reveal'](test.context, { id, field })).toEqual({ value: SECRET });
      const [line] = await test.book.useLog({ limit: 1 });
      expect(line).toMatchObject({ action: 'reveal', recordId: id, detail: field });
    }
    expect((await test.book.useLog({ limit: 50 })).length).toBe(secrets.length);
  });

  // Would catch: a value shown first and logged after, which a full disk or a pulled plug turns into a look unseen.
  it('is not given when its line cannot be written', async () => {
    const [{ id, field } = { id: caseId, field: '' }] = secrets;
    const full = { ...test.context.book, use: () => Promise.reject(new Error('disk full')) };
    const context = { ...test.context, book: Object.setPrototypeOf(full, test.context.book) };
    await expect(record['record.reveal'](context, { id, field })).rejects.toThrow('disk full');
  });

  // Would catch: the reason why a colleague is kept off a case, shown to everyone who plans.
  it('is given to the lead alone where it says why an officer is not to be assigned', async () => {
    const { value: officer } = await test.book.command('o', (tx) => tx.insert('officer', { name: 'Myr' }));
    const { value } = await test.book.command('o', (tx) =>
      tx.insert('officer_exclusion', { officerId: officer.id, exclusion: 'relation', exclusionReason: SECRET }),
    );
    const shown = await record['record.get'](test.context, { id: value.id });
    expect(shown.withheld).toEqual(['exclusion', 'exclusionReason']);
    const asked = { id: value.id, field: 'exclusionReason' };
    await expect(record['record.reveal'](test.context, asked)).rejects.toMatchObject({ code: 'ROLE_REFUSED' });
    expect(await test.book.useLog({ limit: 5 })).toEqual([]);
    const lead = { ...test.context, person: { name: 'Vik', role: 'lead' as const } };
    expect(await record['record.reveal'](lead, asked)).toEqual({ value: SECRET });
    expect(await test.book.useLog({ limit: 5 })).toHaveLength(1);
  });

  it('cannot be asked for under a name that is none, or of a field that is open', async () => {
    const [{ id } = { id: caseId }] = secrets;
    for (const field of ['label', 'nothing', 'constructor', '__proto__', '']) {
      await expect(record['record.reveal'](test.context, { id, field })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await test.book.useLog({ limit: 5 })).toEqual([]);
  });

  // Would catch: an address that stays in the index after its protection was raised, or stays hidden after it fell.
  it('leaves search when protection rises and comes back when it falls', async () => {
    const id = await create('place', { label: 'Hjem', address: 'Storgata 1', protection: 'fortrolig' });
    const hits = async () =>
      (await searchHandlers['search.query'](test.context, { text: 'Storgata', limit: 5 })).length;
    expect(await hits()).toBe(1);
    await record['record.update'](test.context, { id, patch: { protection: 'strengt_fortrolig' } });
    expect(await hits()).toBe(0);
    await session['history.undo'](test.context, {});
    expect(await hits()).toBe(1);
  });
});

describe('suggestions for a mention', () => {
  // Would catch: the newest first whatever is typed, so that the name being typed is not the one that Enter takes.
  it('are those that begin with it, then persons and places, then the newest', async () => {
    await create('person', { name: 'Anne Lind' });
    await create('threat', { text: 'Lindring lovet' });
    await create('threat', { text: 'Truet Lind' });
    await create('incident', { text: 'Oppsøkte Lind' });
    await create('person', { name: 'Lind' });
    // "Lind" is a case as well.
    expect(await suggest('lind')).toEqual([
      'Lind',
      'Lind',
      'Lindring lovet',
      'Anne Lind',
      'Oppsøkte Lind',
      'Truet Lind',
    ]);
    expect(await suggest('lind truet')).toEqual(['Truet Lind']);
    expect(await suggest('lind', { limit: 1 })).toEqual(['Lind']);
    expect(await suggest('lind', { kinds: ['threat'] })).toEqual(['Lindring lovet', 'Truet Lind']);
    expect(await suggest('lind', { kinds: ['link', 'contact_point'] })).toEqual([]);
  });

  // Would catch: "ø" that does not find "Ø", a capital inside a word, a wildcard that is read as one.
  it.each([
    ['ås', 'Åsgårdstrand politistasjon'],
    ['ÅSGÅRD', 'Åsgårdstrand politistasjon'],
    ['ø', 'Ødelagt dør'],
    ['čá', 'ČÁLLI SÁMIID'],
    ['éva', 'ÉVA'],
    ['100 %', 'Sikker 100 %'],
    ['\\', 'Skråstrek \\'],
  ])('find %j whatever its case', async (text, title) => {
    await create('threat', { text: 'Uvedkommende' });
    await create('threat', { text: title });
    expect(await suggest(text)).toEqual([title]);
  });

  // Would catch: an English reader who has to know the Norwegian title, or finds it only at the end.
  it('find and order by the English title too', async () => {
    await create('threat', { text: 'Truet på telefon', textEn: 'Phone threat' });
    await create('threat', { text: 'Ringte', textEn: 'Called by phone' });
    expect(await suggest('phone')).toEqual(['Truet på telefon', 'Ringte']);
  });

  it('leave out other cases, struck records and those without a title', async () => {
    const other = await create('case', { name: 'Berg', marking: 'fortrolig', status: 'open', zone: ZONE });
    await create('threat', { text: 'Annen sak' }, other);
    await create('threat', {});
    const struck = await create('threat', { text: 'Strøket' });
    await record['record.strike'](test.context, { id: struck, reason: 'x' });
    expect((await suggest('')).sort()).toEqual(['Berg', 'Lind']);
  });
});

// Would catch: a link that its note's text does not make, struck again at the next version of the note without a word.
it('a link of a note is made in its text, one of a file by hand', async () => {
  const to = await create('threat', { text: 'Mål' });
  const make = (fromId: RecordId) =>
    record['record.create'](test.context, { kind: 'link', caseId, values: { fromId, toId: to, type: 'evidence_for' } });
  const before = await logLength();
  await expect(make(await create('note', { heading: 'A' }))).rejects.toMatchObject({ code: 'NOTE_LINK' });
  expect(await logLength()).toBe(before + 1);
  await expect(make(await create('incident', { text: 'B' }))).resolves.toMatchObject({ kind: 'link' });
});

describe('what links to a record', () => {
  // Would catch: a link from a struck note still counted; a page that is not the newest first.
  it('is counted and paged, newest first, without what is struck', async () => {
    const to = await create('threat', { text: 'Mål' });
    const links: RecordId[] = [];
    for (const heading of ['A', 'B', 'C', 'D']) {
      const fromId = await create('note', { heading });
      links.push(await create('link', { fromId, toId: to, type: 'mentions', excerpt: `i ${heading}` }));
      if (heading === 'D') await record['record.strike'](test.context, { id: fromId, reason: 'x' });
    }
    await test.book.command('strike', (tx) => tx.remove(links[0] as RecordId, 'x'));
    const page = (offset: number, limit: number) => record['record.backlinks'](test.context, { id: to, offset, limit });
    expect(await page(0, 0)).toEqual({ total: 2, links: [] });
    const { total, links: found } = await page(0, 50);
    expect(total).toBe(2);
    expect(found.map(({ from, excerpt }) => [from.title, excerpt])).toEqual([
      ['C', 'i C'],
      ['B', 'i B'],
    ]);
    expect((await page(1, 1)).links.map(({ from }) => from.title)).toEqual(['B']);
  });

  // Would catch: "over 100" where the number is known.
  it('is counted in full before links are asked for, and after each of them has come', async () => {
    const to = await create('threat', { text: 'Mål' });
    const fromId = await create('note', { heading: 'A' });
    await test.book.command('test', (tx) =>
      tx.insertMany(
        'link',
        Array.from({ length: 101 }, () => ({ values: { fromId, toId: to, type: 'mentions' }, header: { caseId } })),
      ),
    );
    const ask = (limit: number) => record['record.backlinks'](test.context, { id: to, offset: 0, limit });
    expect(await ask(0)).toEqual({ total: 101, links: [] });
    expect(await ask(1)).toMatchObject({ total: 101 });
    const link = { fromId, toId: to, type: 'mentions' } as const;
    await test.book.command('test', (tx) => tx.insert('link', link, { caseId }));
    expect(await ask(0)).toEqual({ total: 102, links: [] });
  });

  it('is told by briefs in the order asked for, with a measure in its own hue', async () => {
    const a = await create('measure', { type: 'transport', status: 'planned', text: 'Kjøring' });
    const b = await create('threat', { text: 'Trussel' });
    const briefs = await record['record.briefs'](test.context, { ids: [b, newRecordId(), a, b] });
    expect(briefs.map(({ title, tone }) => [title, tone])).toEqual([
      ['Trussel', 'threat'],
      ['Kjøring', 'transport'],
      ['Trussel', 'threat'],
    ]);
  });
});

// Would catch: a note's text written past what keeps a newer note from being lost, and its links from its mentions.
it('does not write the document of a note', async () => {
  const id = await create('note', { heading: 'A', text: 'x', document: '{"version":9}', documentVersion: 9 });
  for (const patch of [{ document: '{}' }, { documentVersion: 1 }, { text: 'y' }]) {
    await expect(record['record.update'](test.context, { id, patch })).rejects.toMatchObject({
      code: 'INVALID_VALUES',
    });
  }
  expect(await record['record.update'](test.context, { id, patch: { heading: 'B' } })).toMatchObject({ title: 'B' });
});
