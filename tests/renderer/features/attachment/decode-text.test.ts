import { describe, expect, it } from 'vitest';
import { decodeText, type Encoding } from '#renderer/features/attachment/decode-text.ts';
import fc from '#tests/helpers/property.ts';

/** Reads a file as the page does: stretches of `step` bytes, what was cut at the end of one given to the next. */
function readAll(bytes: Uint8Array, step: number): string {
  let text = '';
  let encoding: Encoding | undefined;
  for (let at = 0; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + step);
    const read = decodeText(piece, at + piece.length >= bytes.length, encoding);
    text += read.text;
    encoding = read.encoding;
    at += read.used;
  }
  return text;
}

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const LONG = `${'bare vanlige tegn '.repeat(20)}så åpnet hun døra 🚪 og ropte\n`.repeat(9);

describe('the text of a file', () => {
  // Would catch: a chat export saved by Notepad as Unicode, which reads well for one stretch and as noise from the second on;
  // letters of an older export that turn into others where the first stretch had none of them.
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(LONG)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LONG}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${LONG}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(LONG)],
    ['Windows-1252', Buffer.from(LONG.replaceAll('🚪', '-'), 'latin1')],
  ])('reads %s the same in stretches of any length', (name, bytes) => {
    const whole = name === 'Windows-1252' ? LONG.replaceAll('🚪', '-') : LONG;
    for (const step of [64, 65, 127, 400, 1_001, bytes.length]) expect(readAll(bytes, step)).toBe(whole);
  });

  // Would catch: one broken byte in a long text that turns all letters of its stretch into others.
  it('goes on in UTF-8 after a byte that is none', () => {
    const bytes = Buffer.concat([Buffer.from('døra '.repeat(20)), Buffer.of(0xff), Buffer.from(' døra')]);
    expect(readAll(bytes, 60)).toBe(`${'døra '.repeat(20)}\ufffd døra`);
  });

  // Would catch: a cut that stands still, or loses or doubles a sign.
  it('comes to the end of whatever bytes, and gives back every text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 4, max: 50 }), (bytes, step) => {
        readAll(bytes, step);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 8, max: 50 }), (text, step) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(readAll(Buffer.from(`\ufeff${text}`, 'utf16le'), step)).toBe(text);
      }),
    );
  });
});
