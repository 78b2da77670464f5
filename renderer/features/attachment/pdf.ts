import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/build/pdf.min.mjs';
import * as pdfjsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs';

// The page's policy allows no worker: the reader finds its other half here and runs beside the page.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = pdfjsWorker;

/** Bytes asked for at once. */
const STEP = 256 * 1024;
/** Larger pictures in a page are left out, pixels. */
const MOST_PIXELS = 64_000_000;

/** A document that is open for reading; `close` lets it go. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * Opens a PDF over a way to read its bytes. Scripts, forms, links, embedded files and everything that would be fetched
 * are left alone: pages are drawn, and no more.
 * @param read bytes of the file from `from` up to `to`
 * @throws whatever `read` throws; an error of the reader when it is no PDF, or is encrypted
 */
export async function openPdf(
  sizeBytes: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<OpenPdf> {
  const failed = Promise.withResolvers<never>();
  class Range extends PDFDataRangeTransport {
    override requestDataRange(from: number, to: number): void {
      read(from, Math.min(to, sizeBytes)).then(
        (bytes) => this.onDataRange(from, bytes),
        (error: unknown) => failed.reject(error),
      );
    }
  }
  const first = await read(0, Math.min(STEP, sizeBytes));
  const loading = getDocument({
    range: new Range(sizeBytes, first),
    rangeChunkSize: STEP,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    maxImageSize: MOST_PIXELS,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await Promise.race([loading.promise, failed.promise]);
    return { document, close: () => loading.destroy() };
  } catch (error) {
    await loading.destroy();
    throw error;
  }
}
