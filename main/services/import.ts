import type { ImportMapping, ImportPreview, ImportTarget, importRoutes } from '#contract/import.ts';
import { type ImportFile, ImportFileError, openImportFile } from '#main/import/file.ts';
import { readPreviewPage, type Scan, scanFile } from '#main/import/scan.ts';
import { Uploads } from '#main/import/uploads.ts';
import { importFile } from '#main/import/write.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { isZone } from '#model/time.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';

/** What is known of the file that is being imported; one at a time. */
interface Work {
  readonly uploads: Uploads;
  file: { readonly id: string; readonly file: ImportFile } | null;
  /** Last scan and the question it answers. */
  scan: { readonly key: string; readonly scan: Scan } | null;
  running: AbortController | null;
}

const works = new WeakMap<Context, Work>();

function workOf(context: Context): Work {
  let work = works.get(context);
  if (!work) {
    work = { uploads: new Uploads(), file: null, scan: null, running: null };
    works.set(context, work);
  }
  return work;
}

export const importHandlers: Handlers<keyof typeof importRoutes> = {
  async 'import.begin'(context, { sizeBytes }) {
    const work = workOf(context);
    const uploadId = newRecordId();
    try {
      work.uploads.begin(uploadId, sizeBytes);
    } catch (error) {
      throw asServiceError(error);
    }
    work.file = null;
    work.scan = null;
    return { uploadId };
  },

  async 'import.append'(context, { uploadId, bytes }) {
    const receivedBytes = workOf(context).uploads.append(uploadId, bytes);
    if (receivedBytes === null) throw new ServiceError('NOT_FOUND');
    return { receivedBytes };
  },

  async 'import.preview'(context, { uploadId, target, zone, mapping, offset, limit, only }): Promise<ImportPreview> {
    const file = await fileOf(context, uploadId);
    checkZone(zone);
    const used = mapping ?? file.guess;
    const scan = await scanOf(context, uploadId, file, target, used, zone);
    const page = await readPreviewPage(file, scan, { offset, limit, only });
    return {
      header: file.header,
      delimiter: file.delimiter,
      mapping: used,
      summary: firstLines(scan.summary),
      page: page.rows,
      totalRows: page.total,
    };
  },

  async 'import.confirm'(context, { uploadId, target, zone, mapping }) {
    const work = workOf(context);
    const file = await fileOf(context, uploadId);
    checkZone(zone);
    await checkTarget(context, target);
    const total = work.scan?.scan.rowCount ?? 0;
    work.running = new AbortController();
    try {
      const { caseId, summary } = await importFile({
        book: context.book,
        file,
        target,
        mapping,
        zone,
        bookZone: context.zone,
        signal: work.running.signal,
        onProgress: (done) => context.emit('import.progress', { uploadId, done, total }),
      });
      if (caseId === null) throw new ServiceError('NOTHING_TO_IMPORT');
      work.uploads.forget(uploadId);
      work.file = null;
      return { caseId, summary: firstLines(summary) };
    } catch (error) {
      if (work.running.signal.aborted) throw new ServiceError('CANCELLED');
      throw asServiceError(error);
    } finally {
      work.running = null;
      work.scan = null;
    }
  },

  async 'import.cancel'(context, { uploadId }) {
    const work = workOf(context);
    work.running?.abort();
    if (!work.running) work.uploads.forget(uploadId);
    return null;
  },
};

async function fileOf(context: Context, uploadId: string): Promise<ImportFile> {
  const work = workOf(context);
  if (work.file?.id === uploadId) return work.file.file;
  const bytes = work.uploads.get(uploadId);
  if (!bytes) throw new ServiceError('NOT_FOUND');
  try {
    const file = await openImportFile(bytes);
    work.file = { id: uploadId, file };
    return file;
  } catch (error) {
    throw asServiceError(error);
  }
}

/** The same question is answered from the last scan: turning a page does not read the file again. */
async function scanOf(
  context: Context,
  uploadId: string,
  file: ImportFile,
  target: ImportTarget,
  mapping: ImportMapping,
  zone: string,
): Promise<Scan> {
  const work = workOf(context);
  const caseId: RecordId | null = 'caseId' in target ? target.caseId : null;
  const { seq } = await context.book.checkpoint();
  const key = JSON.stringify([uploadId, caseId, mapping, zone, seq]);
  if (work.scan?.key === key) return work.scan.scan;
  try {
    const scan = await scanFile(context.book, file, caseId, mapping, zone);
    work.scan = { key, scan };
    return scan;
  } catch (error) {
    throw asServiceError(error);
  }
}

/** Lists of lines cross to the window by page; the summary carries the first of them and the counts carry all. */
const LINES_IN_SUMMARY = 1_000;

function firstLines(summary: ImportPreview['summary']): ImportPreview['summary'] {
  return {
    ...summary,
    skipped: summary.skipped.slice(0, LINES_IN_SUMMARY),
    refused: summary.refused.slice(0, LINES_IN_SUMMARY),
  };
}

function checkZone(zone: string): void {
  if (!isZone(zone)) throw new ServiceError('INVALID_VALUES', [{ field: 'zone', code: 'INVALID' }]);
}

async function checkTarget({ book }: Context, target: ImportTarget): Promise<void> {
  if (!('caseId' in target)) return;
  const record = await book.find(target.caseId);
  if (record?.kind !== 'case' || record.struckAt !== null) throw new ServiceError('NOT_FOUND');
}

function asServiceError(error: unknown): unknown {
  return error instanceof ImportFileError ? new ServiceError(error.code, error.data) : error;
}
