import { createCipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Intakes } from '#main/attachments/intakes.ts';
import { checkSealedFile } from '#main/vault/sealed-file/reader.ts';
import type { RecordId } from '#model/ids.ts';
import { openBooksFolder } from '#tests/helpers/casebook.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { makeCase } from './store-import.bench.ts';

/** Ours may take twice as long: it hashes too, seals each chunk for itself and can be read at any place. */
const GOAL = 2;
const MEGABYTES = 64;
const MIB = 1024 * 1024;
/** As the window hands a file over, base64 in JSON. */
const PIECE = 2 * MIB;
const ROUNDS = 3;

/**
 * Intake of one file, from a file on the disk to a synced, sealed one, against one stream of AES-256-GCM from Node's own
 * crypto over the same file into a synced one. The second row has what the way between window and core adds: each piece
 * as base64 in the JSON of its call, read and checked by the core.
 */
export const attachment: Bench = {
  name: 'attachment',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'vernebok-bench-'));
    try {
      const path = join(folder, 'file');
      await writeFile(path);
      const key = randomBytes(32);
      const times = { ours: [] as number[], peer: [] as number[] };
      let id = '' as RecordId;
      for (let round = 0; round < ROUNDS; round += 1) {
        times.peer.push(await timed(() => stream(path, join(folder, 'peer'), key)));
        id = round.toString(16).padStart(32, '0') as RecordId;
        times.ours.push(await timed(() => takeIn(path, folder, key, id)));
      }
      const check = await timed(() => checkSealedFile(folder, key, id));
      const [ours, peer] = [Math.min(...times.ours), Math.min(...times.peer)];
      const bridged = await overTheBridge(path);
      return [
        row('attachment', ours, peer, GOAL, {
          megabytes: MEGABYTES,
          megabytesPerSecond: round(MEGABYTES / (ours / 1000)),
          checkMegabytesPerSecond: round(MEGABYTES / (check / 1000)),
        }),
        row('attachment-append', bridged, peer, GOAL, {
          megabytes: MEGABYTES,
          megabytesPerSecond: round(MEGABYTES / (bridged / 1000)),
        }),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The same file through the routes that the window calls; the best of a few rounds, ms. */
async function overTheBridge(path: string): Promise<number> {
  const books = await openBooksFolder();
  try {
    const session = await books.create();
    const { caseId } = await makeCase(session.context.book);
    const call = async <T>(route: string, input: unknown): Promise<T> => {
      const answer = JSON.parse(await session.dispatch(route, JSON.stringify(input)));
      if (!answer.ok) throw new Error(`${route} refused`);
      return answer.value;
    };
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(
        await timed(async () => {
          const about = { caseId, name: 'file', sizeBytes: MEGABYTES * MIB };
          const { intakeId } = await call<{ intakeId: RecordId }>('attachment.begin', about);
          for await (const piece of piecesOf(path)) {
            await call('attachment.append', { intakeId, base64: piece.toString('base64') });
          }
          await call('attachment.finish', { intakeId, source: null });
        }),
      );
    }
    await session.close();
    return Math.min(...times);
  } finally {
    await books.remove();
  }
}

async function writeFile(path: string): Promise<void> {
  const file = await open(path, 'w');
  const piece = randomBytes(8 * MIB);
  for (let written = 0; written < MEGABYTES * MIB; written += piece.length) await file.write(piece);
  await file.close();
}

/** The pieces of a file, one after the other. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file: FileHandle = await open(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, null);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function takeIn(path: string, folder: string, key: Uint8Array, id: RecordId): Promise<void> {
  const intakes = new Intakes(folder, key);
  const sizeBytes = MEGABYTES * MIB;
  await intakes.begin(id, { caseId: id, name: 'file', sizeBytes, modifiedAt: null });
  for await (const piece of piecesOf(path)) await intakes.append(id, piece);
  await intakes.finish(id);
}

async function stream(path: string, to: string, key: Uint8Array): Promise<void> {
  const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
  const file = await open(to, 'w');
  for await (const piece of piecesOf(path)) await file.write(cipher.update(piece));
  cipher.final();
  await file.write(cipher.getAuthTag());
  await file.sync();
  await file.close();
}
