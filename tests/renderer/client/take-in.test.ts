import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '#contract/piece.ts';
import type { RecordId } from '#model/ids.ts';
import { createClient } from '#renderer/client/client.ts';
import { takeIn } from '#renderer/client/take-in.ts';

const caseId = 'c' as RecordId;
const never = new AbortController().signal;
const PIECES = 5;
const bytes = randomBytes((PIECES - 1) * PIECE_BYTES + 7);

/** A core that answers one call after the other; `refuse` is the piece that it refuses. */
function core({ refuse = -1 } = {}) {
  const names: string[] = [];
  const pieces: Buffer[] = [];
  let received = 0;
  let onTheWay = 0;
  let most = 0;
  const client = createClient({
    async invoke(name, json, piece) {
      names.push(name);
      const input = JSON.parse(json);
      onTheWay += 1;
      most = Math.max(most, onTheWay);
      // As long as a way over two processes.
      await new Promise(setImmediate);
      onTheWay -= 1;
      if (name === 'attachment.begin') return JSON.stringify({ ok: true, value: { intakeId: 'i' } });
      if (name !== 'attachment.append') return JSON.stringify({ ok: true, value: { id: 'a', sameAs: [] } });
      if (input.offset === refuse * PIECE_BYTES) return JSON.stringify({ ok: false, code: 'VAULT_IO' });
      expect(input).toEqual({ intakeId: 'i', offset: received });
      pieces.push(Buffer.from(piece ?? []));
      received += piece?.length ?? 0;
      return JSON.stringify({ ok: true, value: { receivedBytes: received } });
    },
    on: () => () => undefined,
  });
  return { client, names, pieces, most: () => most };
}

describe('handing a file to the core', () => {
  // Would catch: bytes that became text, pieces lost or doubled; a long file that is held in the window as a whole.
  it('sends its bytes beside the calls, a few at a time, and tells how far it has come', async () => {
    const { client, names, pieces, most } = core();
    const shares: number[] = [];
    const done = await takeIn(client, caseId, new File([bytes], 'a.bin'), null, never, (share) => shares.push(share));
    expect(done).toEqual({ id: 'a', sameAs: [] });
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(shares).toHaveLength(PIECES);
    expect(shares.at(-1)).toBe(1);
    expect(most()).toBeLessThanOrEqual(3);
    expect(names).toEqual(['attachment.begin', ...Array(PIECES).fill('attachment.append'), 'attachment.finish']);
  });

  // Would catch: a stop that goes on sending, or leaves what was sent.
  it('stops when it is told to, and has nothing kept', async () => {
    const { client, names } = core();
    const stop = new AbortController();
    const file = new File([bytes], 'a.bin');
    await expect(takeIn(client, caseId, file, null, stop.signal, () => stop.abort())).rejects.toThrow(/abort/i);
    expect(names.filter((name) => name === 'attachment.append').length).toBeLessThan(PIECES);
    expect(names.at(-1)).toBe('attachment.cancel');
    expect(names).not.toContain('attachment.finish');
  });

  // Would catch: a piece that was refused while others were on their way, and a file that counts all the same.
  it.each([0, 1, PIECES - 1])('keeps nothing when piece %i is refused', async (refuse) => {
    const { client, names } = core({ refuse });
    const file = new File([bytes], 'a.bin');
    await expect(takeIn(client, caseId, file, null, never, () => undefined)).rejects.toMatchObject({
      code: 'VAULT_IO',
    });
    expect(names.at(-1)).toBe('attachment.cancel');
    expect(names).not.toContain('attachment.finish');
  });

  it('takes a file of no bytes', async () => {
    const { client, names } = core();
    await takeIn(client, caseId, new File([], 'tom'), null, never, () => undefined);
    expect(names).toEqual(['attachment.begin', 'attachment.finish']);
  });
});
