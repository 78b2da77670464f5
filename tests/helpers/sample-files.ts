import { crc32, deflateSync } from 'node:zlib';

/** A picture of `width` by `height` pixels, a slope from one colour to another (PNG, W3C). `more` stands before its pixels. */
export function pngFile(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows.set([Math.floor((x / width) * 255), Math.floor((y / height) * 255), 140], y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [pngChunk('IHDR', head), ...more, pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.of())];
  return Buffer.concat([signature, ...chunks]);
}

/** One part of a PNG file, with its length and sum. */
export function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * A PDF (ISO 32000) of pages with one line each. It wants to run a script when it is opened, to open an address and to
 * start a program: a reader that only draws does none of it.
 */
export function pdfFile(lines: readonly string[]): Buffer {
  const pages = lines.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    "<< /S /JavaScript /JS (app.alert('hei'); app.launchURL('https://example.org/');) >>",
  ];
  for (const line of lines) {
    const content = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
    const here = objects.length + 1;
    const link =
      '<< /Type /Annot /Subtype /Link /Rect [72 700 400 750] /A << /S /URI /URI (https://example.org/) >> >>';
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${here + 1} 0 R /Annots [${link}] ` +
        '/Resources << /Font << /F1 3 0 R >> >> /AA << /O 4 0 R >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const table = places.map((at) => `${at} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

/** A second of silence (WAVE, 8 kHz, 8 bits). */
export function waveFile(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8_000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8_000, 40);
  return Buffer.concat([head, Buffer.alloc(8_000, 128)]);
}

/** A segment of a JPEG file (ITU-T T.81). */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** What a camera writes: the orientation, and words that stand for place and maker. Big-endian TIFF, as Exif has it. */
export function exifOf(orientation: number, words: string): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(words)]);
}

/** A photograph of 24 by 16 pixels (ITU-T T.81): its first quarter blue, the rest red. `more` stands before its tables. */
export function jpegFile(more: readonly Buffer[] = []): Buffer {
  const whole = Buffer.from(
    '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2Nj' +
      'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAYEAEAAwEA' +
      'AAAAAAAAAAAAAAAABUOBwf/EABYBAQEBAAAAAAAAAAAAAAAAAAUDBv/EACERAAECBAcAAAAAAAAAAAAAABEAAwQFE2EBAhIUIVHh/9oADAMBAAIRAxEAPwCVHIV7xGKR' +
      'EyrN4t6Qb+JCCkm1fyvVCDwLDtABa0C//9k=',
    'base64',
  );
  return Buffer.concat([whole.subarray(0, 2), ...more, whole.subarray(2)]);
}

/** A picture of two pixels (GIF89a), once for each time it moves; `words` stand between them as a comment. */
export function gifFile(words: string, pictures = 1): Buffer {
  const head = Buffer.from([...Buffer.from('GIF89a'), 2, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 128, 255]);
  const text = Buffer.from(words);
  const comment = Buffer.concat([
    Buffer.of(0x21, 0xfe),
    ...(words ? [Buffer.of(text.length), text] : []),
    Buffer.of(0),
  ]);
  const control = Buffer.of(0x21, 0xf9, 4, 0, 5, 0, 0, 0);
  const picture = Buffer.of(0x2c, 0, 0, 0, 0, 2, 0, 1, 0, 0, 2, 2, 0x44, 0x0a, 0);
  const all = Array.from({ length: pictures }, () => Buffer.concat([control, comment, picture]));
  return Buffer.concat([head, comment, ...all, Buffer.of(0x3b)]);
}

/** One part of a WebP file, with its length (RFC 9649). */
export function webpChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The picture of `jpegFile` as a WebP file; with `more` it says which parts stand beside its frame. */
export function webpFile(more: readonly Buffer[] = []): Buffer {
  const frame = Buffer.from(
    'VlA4IEoAAACwAgCdASoYABAAPtFUo0uoJKMhsAgBABoJQAAQgYAA/ur7YPrZ/P373Xe+za//8bxWf+DKf6m/ctG//+LOQ/7xcf2N//SbujiAAA==',
    'base64',
  );
  const told = Buffer.from([0x2c, 0, 0, 0, 23, 0, 0, 15, 0, 0]);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...(more.length > 0 ? [webpChunk('VP8X', told)] : []),
    frame,
    ...more,
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
