import { newNonce, pageHeaders } from './page-policy.ts';
import type { MediaPiece } from './shell.ts';

/** Bytes of an attachment from `offset`, at most `length`; null when there are none to be had. */
export type ReadMedia = (id: string, offset: number, length: number) => Promise<MediaPiece | null>;

/** Longest stretch of one answer; the player asks for the next by itself. */
const MOST_BYTES = 2 * 1024 * 1024;

export interface MediaAnswer {
  readonly status: 206 | 404 | 405 | 416;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** Id of the attachment whose sound or moving pictures an address asks for, or null: `/media/` and 32 hex digits. */
export function mediaIdOf(url: string, origin: string): string | null {
  if (!url.startsWith(`${origin}/media/`)) return null;
  return /^[0-9a-f]{32}$/.exec(url.slice(`${origin}/media/`.length))?.[0] ?? null;
}

/**
 * Answers a player's request for a stretch of an attachment (RFC 9110, 14.2 and 15.3.7): always a part, never the whole
 * at once. One range of bytes from a first byte is understood; a range without one, or several, is refused.
 */
export async function answerMedia(
  method: string,
  id: string,
  rangeHeader: string | null,
  read: ReadMedia,
): Promise<MediaAnswer> {
  if (method !== 'GET') return refusal(405);
  const range = rangeOf(rangeHeader);
  if (range === null) return refusal(416);
  const piece = await read(id, range.from, Math.min(MOST_BYTES, range.to - range.from + 1));
  if (piece === null) return refusal(404);
  if (piece.bytes.length === 0) return refusal(416, { 'Content-Range': `bytes */${piece.sizeBytes}` });
  return {
    status: 206,
    headers: {
      ...pageHeaders(newNonce()),
      'Content-Type': piece.mediaType,
      'Content-Length': String(piece.bytes.length),
      'Content-Range': `bytes ${range.from}-${range.from + piece.bytes.length - 1}/${piece.sizeBytes}`,
      'Accept-Ranges': 'bytes',
    },
    body: piece.bytes,
  };
}

/** First and last byte asked for; the whole file where nothing is said. */
function rangeOf(header: string | null): { readonly from: number; readonly to: number } | null {
  if (header === null) return { from: 0, to: Number.MAX_SAFE_INTEGER - 1 };
  const parts = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header.trim());
  if (!parts) return null;
  const from = Number(parts[1]);
  const to = parts[2] === '' ? Number.MAX_SAFE_INTEGER - 1 : Number(parts[2]);
  return to < from ? null : { from, to };
}

function refusal(status: 404 | 405 | 416, more: Record<string, string> = {}): MediaAnswer {
  return { status, headers: { ...pageHeaders(newNonce()), ...more }, body: new Uint8Array() };
}
