/**
 * The text of a file's bytes: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252, in which older exports
 * of this country are written. Signs that are cut at the end are left to the next piece.
 * @param isWhole false when more bytes follow
 */
export function decodeText(bytes: Uint8Array, isWhole: boolean): { readonly text: string; readonly used: number } {
  const encoding = markOf(bytes);
  if (encoding) {
    const used = isWhole ? bytes.length : bytes.length - (bytes.length % 2);
    return { text: new TextDecoder(encoding).decode(bytes.subarray(0, used)), used };
  }
  const used = isWhole ? bytes.length : lastSignEnd(bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, used)), used };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), used: bytes.length };
  }
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Where the last sign of UTF-8 that is whole ends. */
function lastSignEnd(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? start : bytes.length;
}
