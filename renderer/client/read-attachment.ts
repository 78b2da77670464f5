import { PIECE_BYTES } from '#contract/piece.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from './client.ts';

/** Bytes as this browser has them; the language's own types do not know the method yet. */
const Bytes = Uint8Array as typeof Uint8Array & { fromBase64(base64: string): Uint8Array<ArrayBuffer> };

/**
 * Bytes of an attachment, for as long as something is shown of them.
 * @param offset first byte; `length` at most so many, fewer where the file ends
 * @throws CallError FILE_DAMAGED, FILE_MISSING and others; AbortError of the signal
 */
export async function readAttachment(
  client: Client,
  id: RecordId,
  offset: number,
  length: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  while (read < length) {
    signal.throwIfAborted();
    const wanted = Math.min(PIECE_BYTES, length - read);
    const { base64 } = await client.invoke('attachment.read', { id, offset: offset + read, length: wanted });
    const part = Bytes.fromBase64(base64);
    parts.push(part);
    read += part.length;
    if (part.length < wanted) break;
  }
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const whole = new Uint8Array(read);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
