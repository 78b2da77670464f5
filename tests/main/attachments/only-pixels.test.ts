import { expect, test } from 'vitest';
import { onlyPixels } from '#main/attachments/only-pixels.ts';
import { exifOf, gifFile, jpegSegment, pngChunk, pngFile, webpChunk, webpFile } from '#tests/helpers/sample-files.ts';

const SECRET = 'Solhøgda 14 B';
const secret = Buffer.from(SECRET);

/** A grey picture of one pixel, baseline: tables and scan of the shortest JPEG there is. */
const TABLES = Buffer.concat([
  jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
  jpegSegment(0xc4, Buffer.from([0x00, 1, ...Array(15).fill(0), 0])),
  jpegSegment(0xc4, Buffer.from([0x10, 1, ...Array(15).fill(0), 0])),
]);
const frame = (width: number, height: number) =>
  jpegSegment(0xc0, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]));
const SCAN = Buffer.concat([jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x3f, 0xff, 0, 0x7f])]);
const [SOI, EOI] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const jpeg = (before: readonly Buffer[] = [], after: readonly Buffer[] = []) =>
  Buffer.concat([SOI, ...before, TABLES, frame(640, 480), SCAN, EOI, ...after]);

const holds = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).includes(secret);

// Would catch: a camera's place and maker, a thumbnail of what was cut away, a comment, or a film behind the end, that leaves.
test.each<[string, Buffer]>([
  ['a comment', jpeg([jpegSegment(0xfe, secret)])],
  ['Exif', jpeg([jpegSegment(0xe1, exifOf(1, SECRET))])],
  ['a profile', jpeg([jpegSegment(0xe2, secret)])],
  ['captions', jpeg([jpegSegment(0xed, secret)])],
  ['a thumbnail in JFIF', jpeg([jpegSegment(0xe0, Buffer.concat([Buffer.from('JFIF\0'), secret]))])],
  [
    'more than colours in Adobe',
    jpeg([jpegSegment(0xee, Buffer.concat([Buffer.from('Adobe'), Buffer.alloc(7), secret]))]),
  ],
  ['what stands behind the end', jpeg([], [secret])],
  ['text in a PNG', pngFile(4, 3, [pngChunk('tEXt', secret)])],
  ['Exif in a PNG', pngFile(4, 3, [pngChunk('eXIf', secret)])],
  ['a chunk nobody knows', pngFile(4, 3, [pngChunk('abCd', secret)])],
  ['what stands behind the end of a PNG', Buffer.concat([pngFile(4, 3), secret])],
  ['a comment in a GIF', gifFile(SECRET)],
  ['what stands behind the end of a GIF', Buffer.concat([gifFile(''), secret])],
  ['Exif in a WebP', webpFile([webpChunk('EXIF', exifOf(1, SECRET))])],
  ['captions in a WebP', webpFile([webpChunk('XMP ', secret)])],
  ['a part of a WebP nobody knows', webpFile([webpChunk('abcd', secret)])],
  ['what stands behind the end of a WebP', Buffer.concat([webpFile(), secret])],
])('%s does not leave with the picture', (_, file) => {
  expect(holds(file)).toBe(true);
  const found = onlyPixels(file);
  expect(found).not.toBeNull();
  expect(holds(found?.bytes)).toBe(false);
});

// Would catch: pixels that were touched, or a table left out without which the picture cannot be decoded.
test('what is left is the picture itself, whole', () => {
  expect(Buffer.from(onlyPixels(jpeg())?.bytes ?? [])).toEqual(jpeg());
  expect(Buffer.from(onlyPixels(pngFile(4, 3))?.bytes ?? [])).toEqual(pngFile(4, 3));
  expect(onlyPixels(jpeg())).toMatchObject({ type: 'jpg', width: 640, height: 480, turn: 0, mirrored: false });
  expect(onlyPixels(pngFile(4, 3))).toMatchObject({ type: 'png', width: 4, height: 3 });
  expect(onlyPixels(gifFile(SECRET))).toMatchObject({ type: 'gif', width: 2, height: 1, turn: 0, mirrored: false });
  expect(Buffer.from(onlyPixels(webpFile())?.bytes ?? [])).toEqual(webpFile());
  expect(onlyPixels(webpFile())).toMatchObject({ type: 'webp', width: 24, height: 16, turn: 0 });
  // Of the parts that were announced beside it none is there any more, and none is announced.
  const [announced] = [onlyPixels(webpFile([webpChunk('EXIF', secret)]))?.bytes ?? Buffer.of()];
  expect(announced[20]).toBe(0);
  expect(announced.length - webpFile().length).toBe(18);
  // Several scans, as a progressive picture has them.
  const progressive = Buffer.concat([SOI, TABLES, frame(640, 480), SCAN, SCAN, EOI]);
  expect(Buffer.from(onlyPixels(progressive)?.bytes ?? [])).toEqual(progressive);
});

// Would catch: a telephone's picture that lies on its side once its Exif is gone. Exif 2.32, tag 0x0112.
test.each([
  [1, 0, false],
  [2, 0, true],
  [3, 180, false],
  [4, 180, true],
  [5, 270, true],
  [6, 90, false],
  [7, 90, true],
  [8, 270, false],
  [9, 0, false],
])('orientation %i is a turn of %i degrees, mirrored %s', (orientation, turn, mirrored) => {
  expect(onlyPixels(jpeg([jpegSegment(0xe1, exifOf(orientation, ''))]))).toMatchObject({ turn, mirrored });
});

// Would catch: pictures behind the first one, which no paper shows, taken along in a file.
test('of a moving GIF the first picture leaves, of a moving WebP none', () => {
  const still = onlyPixels(gifFile('', 1))?.bytes;
  expect(onlyPixels(gifFile('', 3))?.bytes).toEqual(still);
  expect(onlyPixels(webpFile([webpChunk('ANMF', Buffer.alloc(24))]))).toBeNull();
});

// Would catch: a file that is no picture, is cut off, or claims to be endless, put into a document as it is.
test('what is no whole picture is none', () => {
  const gif = Buffer.from('GIF89a');
  const [png, whole] = [pngFile(4, 3), jpeg([jpegSegment(0xe1, exifOf(6, SECRET))])];
  const huge = Buffer.from(png);
  huge.writeUInt32BE(90_000, 16);
  const others = [gifFile(''), webpFile(), webpFile([webpChunk('EXIF', secret)])];
  for (const file of others) {
    for (let length = 0; length < file.length - 1; length++) expect(onlyPixels(file.subarray(0, length))).toBeNull();
  }
  for (const file of [Buffer.alloc(0), gif, secret, huge, Buffer.from([0xff, 0xd8])])
    expect(onlyPixels(file)).toBeNull();
  for (let length = 0; length < png.length; length++) expect(onlyPixels(png.subarray(0, length))).toBeNull();
  for (let length = 0; length < whole.length; length++) expect(onlyPixels(whole.subarray(0, length))).toBeNull();
});
