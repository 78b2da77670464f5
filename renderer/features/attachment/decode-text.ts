/** How the bytes of a text are read; `null` while all that came so far reads the same in each. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;

export interface Decoded {
  readonly text: string;
  /** Bytes of the text; signs that are cut at the end are left to the next piece. */
  readonly used: number;
  /** For the next piece. */
  readonly encoding: Encoding;
}

/**
 * The text of a piece of a file: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252, in which older exports
 * of this country are written. What a file's first signs decide holds to its end.
 * @param isLast false when more bytes follow
 * @param before what the piece before decided; undefined for the first
 */
export function decodeText(bytes: Uint8Array, isLast: boolean, before?: Encoding): Decoded {
  const known = before === undefined ? markOf(bytes) : before;
  if (known === 'windows-1252') return decoded(bytes, bytes.length, known);
  if (known === 'utf-16le' || known === 'utf-16be') {
    return decoded(bytes, isLast ? bytes.length : lastPairEnd(bytes, known), known);
  }
  const used = isLast ? bytes.length : lastSignEnd(bytes);
  if (known === 'utf-8') return decoded(bytes, used, known);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, used));
    return { text, used, encoding: bytes.subarray(0, used).every((byte) => byte < 0x80) ? null : 'utf-8' };
  } catch {
    return decoded(bytes, bytes.length, 'windows-1252');
  }
}

function decoded(bytes: Uint8Array, used: number, encoding: NonNullable<Encoding>): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes.subarray(0, used)), used, encoding };
}

function markOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Where the last whole sign of UTF-16 ends: neither half a unit nor the first of two goes without the other. */
function lastPairEnd(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const end = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0;
  return end > 2 && high >= 0xd8 && high <= 0xdb ? end - 2 : end;
}

/** Where the last sign of UTF-8 that is whole ends. */
function lastSignEnd(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? start : bytes.length;
}
