import type { attachmentRoutes } from '#contract/attachment.ts';
import { readAttachments, readCustody, readSameFiles } from '#db/reads/attachments.ts';
import { checkFile } from '#main/attachments/check.ts';
import { IntakeError, Intakes, type TakenIn } from '#main/attachments/intakes.ts';
import { listedName, originalName } from '#main/attachments/names.ts';
import { removeSealedFiles } from '#main/vault/sealed-file/folder.ts';
import { openSealedFile } from '#main/vault/sealed-file/reader.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { MAX_FILE_BYTES } from '#model/kinds/attachment.ts';
import type { BookRecord } from '#model/kinds.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { logOpening } from './log-opening.ts';
import { getRecord } from './record.ts';

const running = new WeakMap<Context, Intakes>();

function intakesOf(context: Context): Intakes {
  let intakes = running.get(context);
  if (!intakes) {
    intakes = new Intakes(context.vault.folder, context.vault.keys.files);
    running.set(context, intakes);
  }
  return intakes;
}

export const attachmentHandlers: Handlers<keyof typeof attachmentRoutes> = {
  async 'attachment.begin'(context, { caseId, name, sizeBytes, modifiedAt }) {
    if (sizeBytes > MAX_FILE_BYTES) {
      throw new ServiceError('FILE_TOO_LARGE', { limit: MAX_FILE_BYTES, megabytes: MAX_FILE_BYTES / 1_048_576 });
    }
    const owner = await getRecord(context, caseId);
    if (owner.kind !== 'case' || owner.struckAt !== null) throw new ServiceError('NOT_FOUND');
    const intakeId = newRecordId();
    await told(() => intakesOf(context).begin(intakeId, { caseId, name, sizeBytes, modifiedAt }));
    return { intakeId };
  },

  async 'attachment.append'(context, { intakeId, offset, bytes }) {
    return { receivedBytes: await told(() => intakesOf(context).append(intakeId, offset, bytes)) };
  },

  async 'attachment.finish'(context, { intakeId, source }) {
    const taken = await told(() => intakesOf(context).finish(intakeId));
    try {
      await keep(context, taken, source);
    } catch (error) {
      // No record speaks of it.
      await removeSealedFiles(context.vault.folder, { whole: [taken.id] });
      throw error;
    }
    return { id: taken.id, sameAs: await readSameFiles(context.book, taken.caseId, taken.id, taken.sha256) };
  },

  async 'attachment.cancel'(context, { intakeId }) {
    await intakesOf(context).cancel(intakeId);
    return null;
  },

  async 'attachment.list'({ book }, { caseId, struck }) {
    return readAttachments(book, caseId, struck);
  },

  async 'attachment.read'(context, { id, offset, length }) {
    const { values } = await getAttachment(context, id);
    // The line is written first: nothing of a file is shown without its trace.
    await logOpening(context, id);
    const file = await openSealedFile(context.vault.folder, context.vault.keys.files, id);
    try {
      if (file.sizeBytes !== values.sizeBytes) throw new ServiceError('FILE_DAMAGED');
      const bytes = await file.read(offset, length);
      return { base64: bytes.toString('base64'), sizeBytes: file.sizeBytes };
    } finally {
      await file.close();
    }
  },

  async 'attachment.check'(context, { id }) {
    const { values } = await getAttachment(context, id);
    return { state: await checkFile(context.vault, { id, ...values }) };
  },

  async 'attachment.custody'(context, { id }) {
    await getAttachment(context, id);
    return readCustody(context.book, id);
  },
};

/** Makes the record of a file that is there, and the first step of its chain of custody: one command, one step back. */
async function keep({ book, person }: Context, taken: TakenIn, source: string | null): Promise<void> {
  const { id, caseId, mediaType, sizeBytes, sha256, modifiedAt } = taken;
  const original = originalName(taken.name);
  const name = listedName(taken.name) || sha256.slice(0, 12);
  await book.command('attachment.add', async (tx) => {
    await tx.insert(
      'attachment',
      { name, originalName: original || name, mediaType, sizeBytes, sha256, modifiedAt, source: source || null },
      { id, caseId },
    );
    await tx.insert(
      'custody_event',
      { attachmentId: id, at: tx.now, step: 'received', person: source || null, toWhom: person.name },
      { caseId },
    );
  });
}

async function getAttachment(context: Context, id: RecordId): Promise<BookRecord<'attachment'>> {
  const record = await getRecord(context, id);
  if (record.kind !== 'attachment') throw new ServiceError('NOT_FOUND');
  return record as BookRecord<'attachment'>;
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof IntakeError ? new ServiceError(error.code) : error;
  }
}
