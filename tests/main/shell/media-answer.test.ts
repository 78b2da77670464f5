import { describe, expect, it } from 'vitest';
import { answerMedia, mediaIdOf, type ReadMedia } from '#main/shell/media-answer.ts';

const ID = '0123456789abcdef0123456789abcdef';
const ORIGIN = 'app://vernebok';
const FILE = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const read: ReadMedia = async (id, offset, length) =>
  id === ID ? { bytes: FILE.subarray(offset, offset + length), sizeBytes: FILE.length, mediaType: 'audio/mpeg' } : null;

// Would catch: an address that reaches anything but an attachment by its id.
it.each([
  [`${ORIGIN}/media/${ID}`, ID],
  [`${ORIGIN}/media/${ID}/`, null],
  [`${ORIGIN}/media/../${ID}`, null],
  [`${ORIGIN}/media/${ID.toUpperCase()}`, null],
  [`https://example.org/media/${ID}`, null],
  [`${ORIGIN}/index.html`, null],
])('%s asks for %s', (url, id) => {
  expect(mediaIdOf(url, ORIGIN)).toBe(id);
});

describe('a stretch of sound', () => {
  // Would catch: bytes beside the ones that were asked for, or a length that the player takes for the whole.
  it.each([
    [null, 'bytes 0-999/1000', 1_000],
    ['bytes=0-', 'bytes 0-999/1000', 1_000],
    ['bytes=10-19', 'bytes 10-19/1000', 10],
    ['bytes=990-5000', 'bytes 990-999/1000', 10],
    ['bytes=999-999', 'bytes 999-999/1000', 1],
  ])('of %s is answered as %s', async (range, contentRange, length) => {
    const { status, headers, body } = await answerMedia('GET', ID, range, read);
    expect(status).toBe(206);
    expect(headers).toMatchObject({
      'Content-Range': contentRange,
      'Content-Length': String(length),
      'Content-Type': 'audio/mpeg',
      'Cache-Control': 'no-store',
    });
    const from = Number(/\d+/.exec(contentRange)?.[0]);
    expect(Buffer.from(body).equals(FILE.subarray(from, from + length))).toBe(true);
  });

  // Would catch: a range that is not understood answered with something else; a file the core refuses answered at all.
  it.each([
    ['GET', ID, 'bytes=1000-', 416],
    ['GET', ID, 'bytes=-5', 416],
    ['GET', ID, 'bytes=9-3', 416],
    ['GET', ID, 'bytes=0-1,4-5', 416],
    ['GET', ID.replace('0', 'f'), 'bytes=0-', 404],
    ['POST', ID, 'bytes=0-', 405],
  ] as const)('%s of %s with %s is answered with %i and no byte', async (method, id, range, status) => {
    const answer = await answerMedia(method, id, range, read);
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });
});
