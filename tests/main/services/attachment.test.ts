import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepFiles } from '#main/attachments/sweep.ts';
import { attachmentHandlers as handle } from '#main/services/attachment.ts';
import { recordHandlers } from '#main/services/record.ts';
import { sessionHandlers } from '#main/services/session.ts';
import { FILES_FOLDER } from '#main/vault/casebook-folder.ts';
import { CHUNK_BYTES } from '#main/vault/sealed-file/format.ts';
import type { RecordId } from '#model/ids.ts';
import { MAX_FILE_BYTES } from '#model/kinds/attachment.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('case.create', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

const PIECE = 300_000;
const filesIn = () => readdir(join(test.folder, FILES_FOLDER)).catch(() => [] as string[]);

async function begin(name: string, sizeBytes: number) {
  return (await handle['attachment.begin'](test.context, { caseId, name, sizeBytes, modifiedAt: 1_000 })).intakeId;
}

/** Takes a file in as the window does. */
async function takeIn(name: string, bytes: Uint8Array, source: string | null = null) {
  const intakeId = await begin(name, bytes.length);
  for (let from = 0; from < bytes.length; from += PIECE) {
    await handle['attachment.append'](test.context, {
      intakeId,
      offset: from,
      bytes: bytes.subarray(from, from + PIECE),
    });
  }
  return handle['attachment.finish'](test.context, { intakeId, source });
}

async function read(id: RecordId, offset = 0, length = 2 * 1024 * 1024): Promise<Buffer> {
  const { base64 } = await handle['attachment.read'](test.context, { id, offset, length });
  return Buffer.from(base64, 'base64');
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('taking a file in', () => {
  // Would catch: bytes lost on the way; facts that are not the file's; a chain of custody that begins nowhere.
  it('keeps it byte for byte, with what was noted and the first step of its chain', async () => {
    const bytes = randomBytes(2 * CHUNK_BYTES + 13);
    const { id, sameAs } = await takeIn('opptak.bin', bytes, 'Fra henne selv');
    expect(sameAs).toEqual([]);
    expect((await read(id)).equals(bytes)).toBe(true);
    expect(await test.book.find(id)).toMatchObject({
      kind: 'attachment',
      caseId,
      title: 'opptak.bin',
      values: {
        originalName: 'opptak.bin',
        mediaType: 'application/octet-stream',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        modifiedAt: 1_000,
        source: 'Fra henne selv',
      },
    });
    expect(await handle['attachment.custody'](test.context, { id })).toMatchObject([
      { step: 'received', person: 'Fra henne selv', toWhom: 'Fjære' },
    ]);
    expect(await handle['attachment.check'](test.context, { id })).toEqual({ state: 'whole' });
  });

  // Would catch: a type believed from the name; an empty file that cannot be taken or read.
  it.each<[string, Buffer, string]>([
    ['bilde.txt', PNG, 'image/png'],
    ['bilde.png', Buffer.from('dette er tekst med æøå\n'), 'text/plain'],
    ['side.html', Buffer.from('<html><script>alert(1)</script>'), 'text/plain'],
    ['rapport.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'application/pdf'],
    ['tom.jpg', Buffer.of(), 'application/octet-stream'],
    ['rot.dat', Buffer.from([0, 1, 2, 3, 0, 0, 0, 1]), 'application/octet-stream'],
  ])('tells what %s is by its content', async (name, bytes, mediaType) => {
    const { id } = await takeIn(name, bytes);
    expect((await test.book.find(id))?.values).toMatchObject({ mediaType, sizeBytes: bytes.length });
    expect((await read(id)).equals(bytes)).toBe(true);
  });

  // Would catch: a name that turns the reading order, climbs out of a folder or has no end.
  it.each([
    ['C:\\Users\\x\\kvittering.pdf', 'kvittering.pdf', 'C:\\Users\\x\\kvittering.pdf'],
    ['../../etc/passwd', 'passwd', '../../etc/passwd'],
    ['bilde\u202egpj.exe', 'bildegpj.exe', 'bilde\\u202egpj.exe'],
    ['linje\nskift\u0000.txt', 'linje skift.txt', 'linje\\u000askift\\u0000.txt'],
    [`${'å'.repeat(500)}.jpeg`, `${'å'.repeat(194)}….jpeg`, `${'å'.repeat(394)}….jpeg`],
  ])('lists %j so that it reads as it looks', async (given, name, originalName) => {
    const { id } = await takeIn(given, Buffer.from('x'));
    expect((await test.book.find(id))?.values).toMatchObject({ name, originalName });
    expect((await filesIn()).every((file) => /^[0-9a-f]{32}$/.test(file))).toBe(true);
  });

  // Would catch: a name of nothing that can be seen, which the list would show as a blank line.
  it('gives a file without a readable name one from its hash', async () => {
    const { id } = await takeIn('\u202e\u200b', Buffer.from('x'));
    expect((await test.book.find(id))?.title).toMatch(/^[0-9a-f]{12}$/);
  });

  // Would catch: the same picture counted as two pieces of evidence without a word.
  it('tells of the same content in the same case', async () => {
    const first = await takeIn('a.txt', Buffer.from('likt'));
    const second = await takeIn('b.txt', Buffer.from('likt'));
    expect(second.sameAs).toEqual([first.id]);
  });

  // Would catch: a limit that lies one byte beside what was promised.
  it('takes 4 GiB and refuses one byte more before a byte is sent', async () => {
    await handle['attachment.cancel'](test.context, { intakeId: await begin('film.mp4', MAX_FILE_BYTES) });
    await expect(begin('film.mp4', MAX_FILE_BYTES + 1)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { megabytes: 4096 },
    });
    expect(await filesIn()).toEqual([]);
  });

  // Would catch: evidence whose pieces changed places, hashed as it lies and believed for ever.
  it.each([0, 1, 5])('keeps nothing of a file whose second piece begins at %i', async (offset) => {
    const intakeId = await begin('a.txt', 8);
    const bytes = Buffer.from('fire');
    await handle['attachment.append'](test.context, { intakeId, offset: 0, bytes });
    await expect(handle['attachment.append'](test.context, { intakeId, offset, bytes })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    });
    await expect(handle['attachment.append'](test.context, { intakeId, offset: 4, bytes })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await filesIn()).toEqual([]);
  });

  // Would catch: pieces that overtake one another on their way to the disk; a stop that forgets what still is on its way.
  it('takes pieces that do not wait for the one before', async () => {
    const bytes = randomBytes(5 * PIECE);
    const send = (intakeId: RecordId) =>
      Array.from({ length: 5 }, (_, piece) => {
        const offset = piece * PIECE;
        const part = bytes.subarray(offset, offset + PIECE);
        return handle['attachment.append'](test.context, { intakeId, offset, bytes: part });
      });
    const intakeId = await begin('a.bin', bytes.length);
    const received = await Promise.all(send(intakeId));
    expect(received.map(({ receivedBytes }) => receivedBytes / PIECE)).toEqual([1, 2, 3, 4, 5]);
    const { id } = await handle['attachment.finish'](test.context, { intakeId, source: null });
    expect((await read(id)).equals(bytes)).toBe(true);
    expect(await handle['attachment.check'](test.context, { id })).toEqual({ state: 'whole' });
    const stopped = await begin('b.bin', bytes.length);
    const sent = Promise.allSettled(send(stopped));
    await handle['attachment.cancel'](test.context, { intakeId: stopped });
    await sent;
    expect(await filesIn()).toEqual([id]);
  });

  // Would catch: a file that grew or shrank while it was read, kept as if it were the one announced.
  it('keeps nothing of a file that is longer or shorter than announced', async () => {
    const bytes = Buffer.from('tolv tegn 12');
    const long = await begin('a.txt', 11);
    await expect(handle['attachment.append'](test.context, { intakeId: long, offset: 0, bytes })).rejects.toMatchObject(
      {
        code: 'FILE_CHANGED',
      },
    );
    const short = await begin('a.txt', 13);
    await handle['attachment.append'](test.context, { intakeId: short, offset: 0, bytes });
    await expect(handle['attachment.finish'](test.context, { intakeId: short, source: null })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    });
    expect(await filesIn()).toEqual([]);
    expect(await test.book.list('attachment')).toEqual([]);
  });

  // Would catch: what a person took back, left on the disk; a place that is never free again.
  it('leaves nothing of what is cancelled, and has room for others then', async () => {
    const ids = [await begin('1', 9), await begin('2', 9), await begin('3', 9), await begin('4', 9)];
    await expect(begin('5', 9)).rejects.toMatchObject({ code: 'TOO_MANY_FILES' });
    for (const intakeId of ids) await handle['attachment.cancel'](test.context, { intakeId });
    expect(await filesIn()).toEqual([]);
    await takeIn('6', Buffer.from('x'));
  });

  // Would catch: a file that stays behind when its record cannot be written.
  it('removes the file when the record is refused', async () => {
    const intakeId = await begin('a.txt', 1);
    await handle['attachment.append'](test.context, { intakeId, offset: 0, bytes: Buffer.from('x') });
    await test.book.command('case.strike', (tx) => tx.remove(caseId, 'feil'));
    const long = 'x'.repeat(401);
    await expect(handle['attachment.finish'](test.context, { intakeId, source: long })).rejects.toMatchObject({
      code: 'INVALID_VALUES',
    });
    expect(await filesIn()).toEqual([]);
  });
});

describe('an attachment', () => {
  // Would catch: a step that names nobody, and a chain that hides who entered what was told later.
  it('takes a step that names somebody, and tells who entered it and when', async () => {
    const { id } = await takeIn('a.txt', Buffer.from('x'));
    const step = (values: object) =>
      recordHandlers['record.create'](test.context, {
        kind: 'custody_event',
        caseId,
        values: { attachmentId: id, at: 60_000, step: 'handed_over', ...values },
      });
    await expect(step({})).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    await step({ toWhom: 'Kripos' });
    const [told, received] = await handle['attachment.custody'](test.context, { id });
    expect(told).toMatchObject({ at: 60_000, toWhom: 'Kripos', createdBy: received?.createdBy });
    expect(received?.createdBy).toBeTruthy();
    expect(told?.createdAt).toBeGreaterThanOrEqual(received?.createdAt ?? Number.POSITIVE_INFINITY);
  });

  // Would catch: evidence whose hash, length or first step can be rewritten, or made without a file.
  it('keeps what was noted at intake, and is made by intake alone', async () => {
    const { id } = await takeIn('a.txt', Buffer.from('x'));
    const [step] = await handle['attachment.custody'](test.context, { id });
    for (const [record, patch] of [
      [id, { sha256: '0'.repeat(64) }],
      [id, { sizeBytes: 2 }],
      [id, { mediaType: 'image/png' }],
      [id, { originalName: 'b.txt' }],
      [step?.id as RecordId, { toWhom: 'En annen' }],
    ] as const) {
      await expect(recordHandlers['record.update'](test.context, { id: record, patch })).rejects.toMatchObject({
        code: 'INVALID_VALUES',
      });
    }
    await recordHandlers['record.update'](test.context, {
      id,
      patch: { name: 'Kvittering', description: 'fra 2. april' },
    });
    const values = { name: 'x', originalName: 'x', mediaType: 'x/y', sizeBytes: 1, sha256: 'a' };
    await expect(
      recordHandlers['record.create'](test.context, { kind: 'attachment', caseId, values }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUES' });
  });

  // Would catch: an undo that takes the bytes away for good while redo is still offered.
  it('is gone after undo and there again after redo', async () => {
    const { id } = await takeIn('a.txt', Buffer.from('innhold'));
    await test.book.undo();
    await expect(read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await handle['attachment.list'](test.context, { caseId, struck: true })).toEqual([]);
    await test.book.redo();
    expect((await read(id)).toString()).toBe('innhold');
  });

  // Would catch: evidence that is looked at without a line, or with one for every piece that crosses.
  it('leaves one line in the use log when it is read', async () => {
    const { id } = await takeIn('a.bin', randomBytes(PIECE));
    await read(id, 0, 1_000);
    await read(id, 1_000, 1_000);
    const lines = (await test.book.useLog({ limit: 10 })).filter((line) => line.recordId === id);
    expect(lines).toMatchObject([{ action: 'open' }]);
  });

  // Would catch: damage told as a fault of the program, or shown; a book that verifies with evidence missing.
  it('that is damaged, cut or missing is told by its state, in the check of the whole book too', async () => {
    const [cut, gone, kept] = [
      await takeIn('a', randomBytes(2 * CHUNK_BYTES)),
      await takeIn('b', Buffer.from('b')),
      await takeIn('c', Buffer.from('c')),
    ];
    await truncate(join(test.folder, FILES_FOLDER, cut.id), CHUNK_BYTES);
    await rm(join(test.folder, FILES_FOLDER, gone.id));
    await expect(read(cut.id)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    await expect(read(gone.id)).rejects.toMatchObject({ code: 'FILE_MISSING' });
    expect(await handle['attachment.check'](test.context, { id: kept.id })).toEqual({ state: 'whole' });
    const { files } = await sessionHandlers['log.verify'](test.context, {});
    expect(files.checked).toBe(3);
    expect([...files.bad].sort((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { id: cut.id, state: 'damaged' },
      { id: gone.id, state: 'missing' },
    ]);
  });

  // Would catch: an older version of the same folder's file put back, or a record that speaks of another file.
  it('that is whole but not what was noted is told as another', async () => {
    const { id } = await takeIn('a', Buffer.from('aa'));
    await test.book.command('attachment.update', (tx) => tx.update('attachment', id, { sha256: '0'.repeat(64) }));
    expect(await handle['attachment.check'](test.context, { id })).toEqual({ state: 'differs' });
  });
});

describe('what an interrupted intake left', () => {
  // Would catch: half a file believed; a whole one without a record kept for ever; a record's file swept away.
  it('is removed when the book is opened, and nothing else', async () => {
    const kept = await takeIn('a', Buffer.from('a'));
    const undone = await takeIn('b', Buffer.from('b'));
    await test.book.undo();
    const half = await begin('c', 10);
    expect((await filesIn()).sort()).toEqual([kept.id, undone.id, `${half}.part`].sort());
    expect(await sweepFiles(test.book, test.folder, true)).toBe(2);
    expect(await filesIn()).toEqual([kept.id]);
    expect((await readFile(join(test.folder, FILES_FOLDER, kept.id))).length).toBeGreaterThan(0);
  });

  // Would catch: evidence deleted because the database beside it was put back to an older state.
  it('stays, but for parts, while the book is not what its head says', async () => {
    const undone = await takeIn('b', Buffer.from('b'));
    await test.book.undo();
    await begin('c', 10);
    expect(await sweepFiles(test.book, test.folder, false)).toBe(1);
    expect(await filesIn()).toEqual([undone.id]);
  });
});
