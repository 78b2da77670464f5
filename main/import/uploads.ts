import { ImportFileError, MAX_BYTES } from './file.ts';

/** Files that are coming in, in memory only: what is imported is never on the disk in clear. */
export class Uploads {
  readonly #files = new Map<string, { bytes: Uint8Array; received: number }>();

  /** Makes room for a file. One file at a time: a new one replaces what was there. Throws ImportFileError FILE_TOO_LARGE. */
  begin(id: string, sizeBytes: number): void {
    if (sizeBytes > MAX_BYTES) throw new ImportFileError('FILE_TOO_LARGE', MAX_BYTES);
    this.#files.clear();
    this.#files.set(id, { bytes: new Uint8Array(sizeBytes), received: 0 });
  }

  /** Adds the next piece. @returns bytes received so far; null for an unknown file or more bytes than announced. */
  append(id: string, piece: Uint8Array): number | null {
    const file = this.#files.get(id);
    if (!file || file.received + piece.length > file.bytes.length) return null;
    file.bytes.set(piece, file.received);
    file.received += piece.length;
    return file.received;
  }

  /** The whole file; null while it is unknown or not all there. */
  get(id: string): Uint8Array | null {
    const file = this.#files.get(id);
    return file && file.received === file.bytes.length ? file.bytes : null;
  }

  forget(id: string): void {
    this.#files.delete(id);
  }
}
