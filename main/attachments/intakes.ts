import { beginSealedFile, type SealedFileFacts, type SealedFileWriter } from '#main/vault/sealed-file/writer.ts';
import type { RecordId } from '#model/ids.ts';
import { HEAD_BYTES, mediaTypeOf } from './media-type.ts';

/** What was said of a file before its bytes came. */
export interface Announced {
  readonly caseId: RecordId;
  readonly name: string;
  readonly sizeBytes: number;
  /** When it was last changed where it lies, ms UTC, or null. */
  readonly modifiedAt: number | null;
}

/** A file that is all there, under its id among the attachments; no record speaks of it yet. */
export interface TakenIn extends Announced, SealedFileFacts {
  readonly id: RecordId;
  readonly mediaType: string;
}

interface Intake {
  readonly announced: Announced;
  readonly writer: SealedFileWriter;
  readonly head: Uint8Array;
  received: number;
  /** Settles when every piece that came so far is written. */
  last: Promise<unknown>;
}

/** The file was longer or shorter than announced, or is not coming in any more. */
export class IntakeError extends Error {
  readonly code: 'FILE_CHANGED' | 'NOT_FOUND' | 'TOO_MANY_FILES';
  constructor(code: IntakeError['code']) {
    super(code);
    this.name = 'IntakeError';
    this.code = code;
  }
}

/** Files that may come in side by side. */
const MOST = 4;

/** Files that are coming in: each piece is sealed as it comes, so that nothing of a file is ever on the disk in clear. */
export class Intakes {
  readonly #running = new Map<RecordId, Intake>();
  readonly #folder: string;
  readonly #filesKey: Uint8Array;

  /** @param folder of the casebook; `filesKey` the book's key for attachments */
  constructor(folder: string, filesKey: Uint8Array) {
    this.#folder = folder;
    this.#filesKey = filesKey;
  }

  /** Begins a file. Throws IntakeError TOO_MANY_FILES; VaultError VAULT_IO. */
  async begin(id: RecordId, announced: Announced): Promise<void> {
    if (this.#running.size >= MOST) throw new IntakeError('TOO_MANY_FILES');
    const writer = await beginSealedFile(this.#folder, this.#filesKey, id);
    const head = new Uint8Array(Math.min(HEAD_BYTES, announced.sizeBytes));
    this.#running.set(id, { announced, writer, head, received: 0, last: Promise.resolve() });
  }

  /**
   * Takes the next piece; the one before need not be on the disk yet. After an error nothing is left of the file.
   * @param offset where in the file it begins: evidence whose pieces changed places would be believed for ever
   * @returns bytes received so far
   * @throws IntakeError NOT_FOUND, FILE_CHANGED when there is more than was announced or the piece does not follow the
   * one before; VaultError VAULT_IO
   */
  async append(id: RecordId, offset: number, piece: Uint8Array): Promise<number> {
    const intake = this.#find(id);
    const at = intake.received;
    const received = at + piece.length;
    if (offset !== at || received > intake.announced.sizeBytes) {
      await this.cancel(id);
      throw new IntakeError('FILE_CHANGED');
    }
    intake.received = received;
    if (at < intake.head.length) intake.head.set(piece.subarray(0, intake.head.length - at), at);
    const work = intake.writer.append(piece);
    intake.last = work;
    try {
      await work;
    } catch (error) {
      this.#running.delete(id);
      throw error;
    }
    return received;
  }

  /**
   * Ends a file that is all there. It lies then under its id, and is removed by `discard` if no record comes to speak of it.
   * @throws IntakeError NOT_FOUND, FILE_CHANGED when it is shorter than announced; VaultError VAULT_IO
   */
  async finish(id: RecordId): Promise<TakenIn> {
    const intake = this.#find(id);
    await intake.last;
    if (intake.received !== intake.announced.sizeBytes) {
      await this.cancel(id);
      throw new IntakeError('FILE_CHANGED');
    }
    this.#running.delete(id);
    const facts = await intake.writer.finish();
    return { ...intake.announced, ...facts, id, mediaType: await mediaTypeOf(intake.head) };
  }

  /** Leaves nothing of a file that is coming in; nothing happens for one that is not. */
  async cancel(id: RecordId): Promise<void> {
    const intake = this.#running.get(id);
    if (!intake) return;
    this.#running.delete(id);
    await intake.last.catch(() => undefined);
    await intake.writer.abandon();
  }

  #find(id: RecordId): Intake {
    const intake = this.#running.get(id);
    if (!intake) throw new IntakeError('NOT_FOUND');
    return intake;
  }
}
