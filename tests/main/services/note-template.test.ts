import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteHandlers } from '#main/services/note.ts';
import { understoodDocument } from '#model/document/parse.ts';
import type { RecordId } from '#model/ids.ts';
import { NOTE_FORMS, type NoteForm } from '#model/kinds/note.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test_: TestContext;
let caseId: RecordId;
let breach: RecordId;

const AT = Date.UTC(2026, 2, 28, 22, 5);

beforeEach(async () => {
  test_ = await openTestContext();
  const { value } = await test_.book.command('test.begin', async (tx) => {
    const { id } = await tx.insert('case', {
      name: 'Lind',
      number: '2026-0147',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    const lind = await tx.insert('person', { name: 'Lind' });
    const him = await tx.insert('person', { name: 'M.' });
    await tx.insert('case_person', { personId: lind.id, role: 'protected' }, { caseId: id });
    await tx.insert('case_person', { personId: him.id, role: 'threat_actor' }, { caseId: id });
    const record = await tx.insert(
      'breach',
      {
        text: 'Sto ved porten.\nRopte navnet hennes.',
        happened: { fromAt: AT, toAt: AT + 60_000, precision: 'minute', zone: 'Europe/Oslo' },
        placeText: 'Bolig',
        channels: ['turning_up'],
      },
      { caseId: id },
    );
    return { id, breach: record.id };
  });
  caseId = value.id;
  breach = value.breach;
});
afterEach(() => test_.remove());

async function create(input: { form?: NoteForm; aboutId?: RecordId; language?: 'nb' | 'en' }) {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: '', ...input });
  const { note } = await noteHandlers['note.open'](test_.context, { id });
  return { id, values: note.values, text: String(note.values.text ?? '') };
}

// Would catch: a form that is missing in a language, makes a document that is not understood, or leaves a brace behind.
test.each(NOTE_FORMS.flatMap((form) => (['nb', 'en'] as const).map((language) => [form, language] as const)))(
  'the form %s in %s makes a note that is understood, with every field filled in or left out',
  async (form, language) => {
    const { values } = await create({ form, language, aboutId: breach });
    expect(understoodDocument(String(values.document))).not.toBeNull();
    expect(`${values.heading} ${values.text}`).not.toMatch(/[{}]|undefined|null/);
    expect(values.noteForm).toBe(form);
    expect(String(values.heading)).not.toBe('');
  },
);

// Would catch: fields that are not pulled in, or pulled in as dead text instead of links and times.
test('a note about a breach is begun from its form, with its time, place and words, and links to it', async () => {
  const { id, values, text } = await create({ aboutId: breach });
  expect(values).toMatchObject({ noteForm: 'breach_report', criminalCase: true });
  expect(values.heading).toBe('Melding om brudd 2026-03-28 23:05');
  expect(text).toContain('Når: 2026-03-28 23:05. Sted: Bolig.');
  expect(text).toContain('Sto ved porten.\nRopte navnet hennes.');
  expect(text).toContain('@M.: ');
  const links = (await test_.book.list('link', { caseId })).filter(({ values: link }) => link.fromId === id);
  expect(links.map(({ values: link }) => [link.toId === breach, link.type])).toContainEqual([true, 'describes']);
});

// Would catch: a note that is one step old and has two versions already, or begins with a line that says nothing.
test.each(NOTE_FORMS)(
  'a note begun from the form %s is one version, and its first line says something',
  async (form) => {
    for (const aboutId of [undefined, breach]) {
      const { id, values } = await create({ form, ...(aboutId && { aboutId }) });
      const { note } = await noteHandlers['note.open'](test_.context, { id });
      expect(note.version).toBe(1);
      expect(await noteHandlers['note.versions'](test_.context, { id })).toHaveLength(1);
      const [first] = understoodDocument(String(values.document))?.blocks ?? [];
      expect(first).not.toMatchObject({ type: 'paragraph', content: [] });
    }
  },
);

// Would catch: a note about nothing that gets somebody else's record, or one that is not there.
test('a note about a record the book does not have is not made', async () => {
  const before = (await test_.book.list('note', { caseId })).length;
  await expect(create({ aboutId: 'f'.repeat(32) as RecordId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await test_.book.list('note', { caseId })).toHaveLength(before);
});

// Would catch: a meeting, a step or a handover whose note begins empty; a form that cannot be left out, or is not about it.
test.each<['referral' | 'investigation_step' | 'handover', object, NoteForm]>([
  ['referral', { text: 'Møte med krisesenteret' }, 'service_meeting'],
  ['investigation_step', { text: 'Hent trafikkdata' }, 'investigation_step'],
  ['handover', { type: 'shift', text: 'Nattvakt til dagvakt' }, 'handover'],
])('a note about a %s begins from its form, from another one, or from none', async (kind, values, form) => {
  const { value: about } = await test_.book.command('test.add', (tx) => tx.insert(kind, values as never, { caseId }));
  const begun = async (more: { form?: NoteForm | null } = {}) => {
    const { id } = await noteHandlers['note.create'](test_.context, {
      caseId,
      heading: '',
      aboutId: about.id,
      ...more,
    });
    const [note] = await test_.book.list('note', { ids: [id] });
    return note?.values;
  };
  const own = await begun();
  expect(own).toMatchObject({ noteForm: form, criminalCase: form === 'investigation_step' ? true : null });
  expect(own?.document).toContain(about.id);
  expect(await begun({ form: 'safety_conversation' })).toMatchObject({ noteForm: 'safety_conversation' });
  expect(await begun({ form: null })).toMatchObject({ noteForm: null, criminalCase: null });
});
