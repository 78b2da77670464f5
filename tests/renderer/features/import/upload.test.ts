import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CallError } from '#contract/envelope.ts';
import type { Client } from '#renderer/client/client.ts';
import { uploadFile } from '#renderer/features/import/upload.ts';

/** Takes the pieces as the core does. */
function receiver(limit = Number.POSITIVE_INFINITY) {
  const pieces: Buffer[] = [];
  const client = {
    async invoke(name: string, input: { sizeBytes?: number; bytes?: Uint8Array }) {
      if (name === 'import.begin') {
        if ((input.sizeBytes ?? 0) > limit) throw new CallError('FILE_TOO_LARGE');
        return { uploadId: 'u' };
      }
      pieces.push(Buffer.from(input.bytes ?? []));
      return { receivedBytes: pieces.reduce((sum, piece) => sum + piece.length, 0) };
    },
  };
  return { client: client as unknown as Client, pieces };
}

const never = new AbortController().signal;

describe('handing over a file', () => {
  // Would catch: bytes lost or doubled where one piece ends and the next begins, or text read as something else.
  it.each([0, 1, 32_768, 2 * 1024 * 1024, 2 * 1024 * 1024 + 1, 5_000_000])(
    'hands over %i bytes as they are',
    async (size) => {
      const bytes = randomBytes(size);
      const { client, pieces } = receiver();
      const shares: number[] = [];
      await uploadFile(client, new File([bytes], 'a.csv'), never, (share) => shares.push(share));
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      if (size > 0) expect(shares.at(-1)).toBe(1);
    },
  );

  // Would catch: a file that goes on being read after the dialog was closed.
  it('stops between two pieces when it is told to', async () => {
    const abort = new AbortController();
    const { client, pieces } = receiver();
    const file = new File([randomBytes(5_000_000)], 'a.csv');
    await expect(uploadFile(client, file, abort.signal, () => abort.abort())).rejects.toThrow(/abort/i);
    expect(pieces).toHaveLength(1);
  });

  // Would catch: a file that is read to its end before it is refused for its size.
  it('sends nothing of a file that is too large', async () => {
    const { client, pieces } = receiver(10);
    await expect(uploadFile(client, new File(['12345678901'], 'a.csv'), never, () => undefined)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    expect(pieces).toHaveLength(0);
  });
});
