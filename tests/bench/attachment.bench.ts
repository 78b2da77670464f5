import { createCipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, readFile, rm, truncate, writeFile as write } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIECE_BYTES } from '#contract/piece.ts';
import { createCoreClient } from '#main/app/core-client.ts';
import { forkCore } from '#main/app/fork-core.ts';
import { Intakes } from '#main/attachments/intakes.ts';
import { checkSealedFile } from '#main/vault/sealed-file/reader.ts';
import type { RecordId } from '#model/ids.ts';
import { createClient } from '#renderer/client/client.ts';
import { takeIn } from '#renderer/client/take-in.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { makeCase } from './store-import.bench.ts';

/** Ours may take twice as long: it hashes too, seals each chunk for itself and can be read at any place. */
const GOAL = 2;
const MEGABYTES = 64;
const MIB = 1024 * 1024;
const ROUNDS = 5;
/** A file eight times as long may take that much more of the core's memory: a little, for what is not collected yet. */
const MEMORY_GOAL = 1.5;
const SMALL_MEGABYTES = 128;
const LARGE_MEGABYTES = 1_024;

/**
 * Intake of one file, from a file on the disk to a synced, sealed one, against one stream of AES-256-GCM from Node's own
 * crypto over the same file into a synced one. The second row is the whole way: the window's own code,
 * each piece beside its call to a core process of its own, and the record at the end. The browser itself is left out. The third
 * is the most memory that core process has at once, for a file and for one eight times as long.
 */
export const attachment: Bench = {
  name: 'attachment',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'vernebok-bench-'));
    const window = await openWindow();
    try {
      const path = join(folder, 'file');
      await writeFile(path);
      const key = randomBytes(32);
      const times = { peer: [] as number[], ours: [] as number[], window: [] as number[] };
      let id = '' as RecordId;
      for (let round = 0; round < ROUNDS; round += 1) {
        id = round.toString(16).padStart(32, '0') as RecordId;
        times.peer.push(await timed(() => stream(path, join(folder, 'peer'), key)));
        times.ours.push(await timed(() => seal(path, folder, key, id)));
        times.window.push(await timed(() => window.takeIn(path)));
      }
      const memory = { small: [] as number[], large: [] as number[] };
      for (let round = 0; round < 3; round += 1) {
        memory.small.push(await peak(window, path, SMALL_MEGABYTES));
        memory.large.push(await peak(window, path, LARGE_MEGABYTES));
      }
      const [small, large] = [Math.max(...memory.small), Math.max(...memory.large)];
      await writeFile(path);
      const check = await timed(() => checkSealedFile(folder, key, id));
      const [peer, ours, whole] = [Math.min(...times.peer), Math.min(...times.ours), Math.min(...times.window)];
      return [
        row('attachment', ours, peer, GOAL, {
          megabytes: MEGABYTES,
          megabytesPerSecond: round(MEGABYTES / (ours / 1000)),
          checkMegabytesPerSecond: round(MEGABYTES / (check / 1000)),
        }),
        row('attachment-append', whole, peer, GOAL, {
          megabytes: MEGABYTES,
          megabytesPerSecond: round(MEGABYTES / (whole / 1000)),
        }),
        row(
          'attachment-memory',
          large,
          small,
          MEMORY_GOAL,
          {
            megabytes: LARGE_MEGABYTES,
            peerMegabytes: SMALL_MEGABYTES,
            ours: memory.large.join(' '),
            peer: memory.small.join(' '),
          },
          'MB',
        ),
      ];
    } finally {
      await window.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** A book in a core process, and what a window does with a file, over a bridge that has no browser in it. */
async function openWindow() {
  const books = await openBooksFolder();
  const session = await books.create();
  const { caseId } = await makeCase(session.context.book);
  const { folder } = session.context;
  await session.close();
  const channel = await forkCore();
  const core = createCoreClient(channel, () => undefined);
  await core.ask({ type: 'open', folder, passphrase: PASSPHRASE, onlyPractice: true });
  const client = createClient({
    invoke: (name, inputJson, bytes) => core.ask({ type: 'invoke', name, inputJson, bytes }),
    on: () => () => undefined,
  });
  return {
    pid: channel.pid,
    async takeIn(path: string, megabytes = MEGABYTES) {
      const file = await open(path, 'r');
      await takeIn(client, caseId, fileOf(file, megabytes), null, new AbortController().signal, () => undefined);
      await file.close();
    },
    async close() {
      await core.end(1_000);
      await books.remove();
    },
  };
}

/** The most memory the core had at once while it took in a file of so many MiB of nothing, MiB (Linux, proc_pid_status). */
async function peak(window: Awaited<ReturnType<typeof openWindow>>, path: string, megabytes: number): Promise<number> {
  await truncate(path, 0);
  await truncate(path, megabytes * MIB);
  // 5: the highest mark begins anew.
  await write(`/proc/${window.pid}/clear_refs`, '5');
  await window.takeIn(path, megabytes);
  const status = await readFile(`/proc/${window.pid}/status`, 'utf8');
  return round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

/** A file as a window has it: read in stretches. Node's own blob of a file is several times slower than a browser's. */
function fileOf(handle: FileHandle, megabytes: number): File {
  return {
    name: 'file',
    size: megabytes * MIB,
    lastModified: 0,
    slice: (from: number, to: number) => ({
      async arrayBuffer() {
        const bytes = new Uint8Array(to - from);
        await handle.read(bytes, 0, bytes.length, from);
        return bytes.buffer;
      },
    }),
  } as unknown as File;
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
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function seal(path: string, folder: string, key: Uint8Array, id: RecordId): Promise<void> {
  const intakes = new Intakes(folder, key);
  const sizeBytes = MEGABYTES * MIB;
  await intakes.begin(id, { caseId: id, name: 'file', sizeBytes, modifiedAt: null });
  let offset = 0;
  for await (const piece of piecesOf(path)) offset = await intakes.append(id, offset, piece);
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
