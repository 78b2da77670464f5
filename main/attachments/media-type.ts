import { fileTypeFromBuffer } from 'file-type';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 64 * 1024;
const UNKNOWN = 'application/octet-stream';
const TEXT = 'text/plain';

/**
 * Media type of a file by its beginning, never by its name: what calls itself a picture and is none is not shown as one.
 * Every kind of text (chat exports, mail, HTML, tables) is `text/plain` unless its own signs say otherwise.
 * @param head at most the first HEAD_BYTES
 */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  // A beginning that is cut in the middle of something can make a reader of formats give up.
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  return known?.mime.slice(0, 127) ?? (isText(head) ? TEXT : UNKNOWN);
}

/** Controls that no text has: all but tab, line ends, form feed and escape. */
const NOT_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 32 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : byte === 127 ? 1 : 0,
);

/** True if the bytes can be text in an encoding of bytes, or in UTF-16 with its mark. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => NOT_TEXT[byte] === 0);
}
