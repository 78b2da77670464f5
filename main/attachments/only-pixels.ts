/** A picture as it may leave: what is seen on it and nothing else that its file told. */
export interface Pixels {
  readonly type: 'png' | 'jpg' | 'gif' | 'webp';
  readonly bytes: Uint8Array;
  /** Pixels as they are stored, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** How it is turned to stand upright, after it is mirrored left to right: degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly mirrored: boolean;
}

/** Larger pictures are no photographs or screens: a file that says so wants to exhaust whoever opens it. */
const MOST_SIDE = 30_000;

/**
 * The picture of a PNG, JPEG, GIF or WebP file without what else lies in it: camera, place and time, thumbnails, comments,
 * profiles, and whatever stands behind its end (a film, what was cut away). The pixels themselves are not touched. Of a moving
 * GIF the first picture, as paper shows it. Null for other files, for a moving WebP, and for one that does not hold together.
 */
export function onlyPixels(bytes: Uint8Array): Pixels | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [jpegParts, pngParts, gifParts, webpParts].map((read) => read(file)).find((found) => found !== null);
  if (!parts || !isSide(parts.width) || !isSide(parts.height)) return null;
  const { type, kept, width, height, orientation } = parts;
  return { type, bytes: new Uint8Array(Buffer.concat(kept)), width, height, ...upright(orientation) };
}

function isSide(pixels: number): boolean {
  return pixels > 0 && pixels <= MOST_SIDE;
}

interface Parts {
  readonly type: Pixels['type'];
  readonly kept: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
  /** Exif 2.32, tag 0x0112: 1 is upright. */
  readonly orientation: number;
}

/** Exif's eight ways to hold a camera as a mirroring and a turn. */
function upright(orientation: number): Pick<Pixels, 'turn' | 'mirrored'> {
  const turn = ([0, 0, 0, 180, 180, 270, 90, 90, 270] as const)[orientation] ?? 0;
  return { turn, mirrored: [2, 4, 5, 7].includes(orientation) };
}

const PNG_SIGN = Buffer.from('89504e470d0a1a0a', 'hex');
/** Chunks that say how pixels look; all others say something else (PNG, third edition). */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND']);

function pngParts(file: Buffer): Parts | null {
  if (!file.subarray(0, 8).equals(PNG_SIGN)) return null;
  const kept: Uint8Array[] = [PNG_SIGN];
  let [width, height] = [0, 0];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) return null;
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR' && length === 13) [width, height] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    if (PNG_KEPT.has(name)) kept.push(file.subarray(at, end));
    if (name === 'IEND') return { type: 'png', kept, width, height, orientation: 1 };
    at = end;
  }
  return null;
}

/** Frames of pixels: SOF0 to SOF15 without DHT, JPG and DAC, which lie among them (ITU-T T.81). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Tables and scans without which nothing can be decoded: DHT, DAC, SOS, DQT, DNL, DRI. */
const JPEG_KEPT = new Set([0xc4, 0xcc, 0xda, 0xdb, 0xdc, 0xdd]);

function jpegParts(file: Buffer): Parts | null {
  if (file[0] !== 0xff || file[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  let [width, height, orientation] = [0, 0, 1];
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = file.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > file.length) return null;
    const data = file.subarray(at + 4, end);
    if (marker === 0xe1) orientation = exifOrientation(data) ?? orientation;
    if (isFrame(marker) && data.length >= 5) [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
    // Adobe's segment says how colours are meant: the twelve bytes of it that do.
    if (marker === 0xee && data.toString('latin1', 0, 5) === 'Adobe' && data.length >= 12) {
      kept.push(Buffer.from([0xff, 0xee, 0, 14]), data.subarray(0, 12));
    } else if (isFrame(marker) || JPEG_KEPT.has(marker)) kept.push(file.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scanEnd = endOfScan(file, at);
    kept.push(file.subarray(at, scanEnd));
    at = scanEnd;
    if (file[at + 1] === 0xd9) {
      kept.push(Buffer.from([0xff, 0xd9]));
      return { type: 'jpg', kept, width, height, orientation };
    }
  }
  return null;
}

/** Where the next marker stands after a scan; in it 0xff is followed by a zero or counts restarts. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

/** The orientation in an Exif segment; null where it says none. */
function exifOrientation(data: Buffer): number | null {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 14) return null;
  const tiff = data.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const count = short(start);
  for (let entry = start + 2, i = 0; i < count && entry + 12 <= tiff.length; i++, entry += 12) {
    if (short(entry) === 0x0112) return short(entry + 8);
  }
  return null;
}

/** Its first picture, with how that is to be laid down; comments and what programs left of themselves lie between (GIF89a). */
function gifParts(file: Buffer): Parts | null {
  if (!/^GIF8[79]a$/.test(file.toString('latin1', 0, 6)) || file.length < 13) return null;
  const [width, height] = [file.readUInt16LE(6), file.readUInt16LE(8)];
  const begin = 13 + coloursAt(file, 10);
  let control: Uint8Array = Buffer.of();
  for (let at = begin; at < file.length; ) {
    const isImage = file[at] === 0x2c;
    if (!isImage && file[at] !== 0x21) return null;
    // A picture's data stand behind its place, its colours and the length of its codes; an extension's behind its name.
    const end = endOfBlocks(file, at + (isImage ? 11 + coloursAt(file, at + 9) : 2));
    if (end === null) return null;
    const block = file.subarray(at, end);
    if (isImage) {
      const kept = [file.subarray(0, begin), control, block, Buffer.of(0x3b)];
      return { type: 'gif', kept, width, height, orientation: 1 };
    }
    if (file[at + 1] === 0xf9) control = block;
    at = end;
  }
  return null;
}

/** Bytes of the table of colours that a flag announces. */
function coloursAt(file: Buffer, flagAt: number): number {
  const flag = file[flagAt] ?? 0;
  return (flag & 0x80) === 0 ? 0 : 3 * 2 ** ((flag & 7) + 1);
}

/** Behind blocks that each tell their length; one of none ends them. Null where the file ends before. */
function endOfBlocks(file: Buffer, from: number): number | null {
  for (let at = from; at < file.length; at += 1 + (file[at] ?? 0)) if (file[at] === 0) return at + 1;
  return null;
}

/** What of a WebP file is the picture: its frame, and its transparency beside it (RFC 9649). */
const WEBP_KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);
/** Of the flags of VP8X: there is transparency. The others announce what is left out. */
const WEBP_ALPHA = 0x10;

function webpParts(file: Buffer): Parts | null {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return null;
  const fileEnd = 8 + file.readUInt32LE(4);
  if (fileEnd > file.length) return null;
  const chunks: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let hasFrame = false;
  for (let at = 12; at + 8 <= fileEnd; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > fileEnd || name === 'ANMF') return null;
    if (WEBP_KEPT.has(name)) {
      const chunk = Buffer.from(file.subarray(at, end));
      if (name === 'VP8X' && length >= 10) chunk[8] = (chunk[8] ?? 0) & WEBP_ALPHA;
      size ??= webpSize(name, chunk.subarray(8, 8 + length));
      hasFrame ||= name === 'VP8 ' || name === 'VP8L';
      chunks.push(chunk);
    }
    at = end;
  }
  if (!hasFrame || size === null) return null;
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return { type: 'webp', kept: [head, ...chunks], ...size, orientation: 1 };
}

/** Width and height as the first part that tells them has them. */
function webpSize(name: string, data: Buffer): { readonly width: number; readonly height: number } | null {
  if (data.length < 10) return null;
  switch (name) {
    case 'VP8X':
      return { width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) };
    case 'VP8 ':
      return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    case 'VP8L':
      return { width: 1 + (data.readUInt32LE(1) & 0x3fff), height: 1 + ((data.readUInt32LE(1) >>> 14) & 0x3fff) };
    default:
      return null;
  }
}
