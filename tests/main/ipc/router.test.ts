import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PIECE_BYTES, pieceSchema } from '#contract/piece.ts';
import type { Role } from '#contract/route.ts';
import { mutation, query } from '#contract/route.ts';
import { StoreError } from '#db/store-error.ts';
import { faultText } from '#main/core/diagnostics.ts';
import { knownError } from '#main/core/known-errors.ts';
import { createRouter } from '#main/ipc/router.ts';
import { ServiceError } from '#main/services/context.ts';

const secret = 'Lind, Storgata 1';
const routes = {
  'test.read': query<unknown>()(z.strictObject({ text: z.string().max(5).default('x') })),
  'test.write': mutation<unknown>()(z.strictObject({})),
  'test.alone': query<unknown>()(z.strictObject({})),
  'test.piece': mutation<unknown>()(z.strictObject({ at: z.int(), bytes: pieceSchema })),
};

function routerFor(handler: (input: unknown) => Promise<unknown>, role: Role = 'analyst') {
  const faults: string[] = [];
  const route = createRouter({
    routes,
    handlers: {
      'test.read': (_: unknown, input: unknown) => handler(input),
      'test.write': (_: unknown, input: unknown) => handler(input),
      'test.piece': (_: unknown, input: unknown) => handler(input),
    },
    context: null,
    role: () => role,
    known: knownError,
    fault: (where, error) => faults.push(faultText(where, error)),
  });
  return {
    faults,
    route: async (name: unknown, input: unknown, bytes?: unknown) => JSON.parse(await route(name, input, bytes)),
  };
}

describe('router', () => {
  test('hands the parsed input to the handler, defaults filled in', async () => {
    const { route } = routerFor(async (input) => input);
    expect(await route('test.read', '{}')).toEqual({ ok: true, value: { text: 'x' } });
  });

  test.each([
    ['no text', undefined],
    ['an object', { text: 'x' }],
    ['no JSON', '{'],
    ['JSON of something else', '[]'],
    ['an unknown field', '{"text":"x","more":1}'],
    ['a text too long', '{"text":"123456"}'],
    ['a prototype', '{"__proto__":{"text":"x"},"constructor":1}'],
  ])('refuses %s before the handler sees it', async (_, input) => {
    const { route } = routerFor(() => Promise.reject(new Error('reached')));
    expect(await route('test.read', input)).toMatchObject({ ok: false, code: 'INPUT_INVALID' });
  });

  // Would catch: a piece of a file that is lost on the way, or becomes text.
  test('hands bytes that came beside the input to the handler as they are', async () => {
    let seen: unknown;
    const { route } = routerFor(async (input) => {
      seen = input;
    });
    const bytes = Uint8Array.of(0, 255, 128);
    expect(await route('test.piece', '{"at":3}', bytes)).toMatchObject({ ok: true });
    expect(seen).toEqual({ at: 3, bytes });
  });

  // Would catch: a second door beside the schemas: bytes for a route that takes none, too many, or something else as bytes.
  test.each<[string, string, string, unknown]>([
    ['bytes that the route does not take', 'test.write', '{}', Uint8Array.of(1)],
    ['an answer to nothing', 'test.write', '{}', null],
    ['no bytes', 'test.piece', '{"at":0}', undefined],
    ['a text in their place', 'test.piece', '{"at":0}', 'AAAA'],
    ['what only looks like bytes', 'test.piece', '{"at":0}', { length: 1, byteLength: 1, 0: 7 }],
    ['numbers in the JSON', 'test.piece', '{"at":0,"bytes":{"0":7}}', undefined],
    ['one byte more than a piece', 'test.piece', '{"at":0}', new Uint8Array(PIECE_BYTES + 1)],
    ['bytes beside what is no object', 'test.piece', '[]', Uint8Array.of(1)],
  ])('refuses %s before the handler sees it', async (_, name, json, bytes) => {
    const { route } = routerFor(() => Promise.reject(new Error('reached')));
    expect(await route(name, json, bytes)).toMatchObject({ ok: false, code: 'INPUT_INVALID' });
  });

  test.each(['test.unknown', 'test.alone', 'constructor', '__proto__', 'toString', '', undefined, 7, ['test.read']])(
    'knows no route %s',
    async (name) => {
      const { route } = routerFor(async () => 'reached');
      expect(await route(name, '{}')).toEqual({ ok: false, code: 'ROUTE_UNKNOWN' });
    },
  );

  test('lets a reader read and not write', async () => {
    const { route } = routerFor(async () => 1, 'reader');
    expect(await route('test.read', '{}')).toMatchObject({ ok: true });
    expect(await route('test.write', '{}')).toEqual({ ok: false, code: 'ROLE_REFUSED' });
  });

  test('passes on the code and data of a failure that is meant for people', async () => {
    const conflict = new StoreError('UNDO_CONFLICT', { left: 1, found: 2 }, secret);
    expect(await routerFor(() => Promise.reject(conflict)).route('test.read', '{}')).toEqual({
      ok: false,
      code: 'UNDO_CONFLICT',
      data: { left: 1, found: 2 },
    });
    const refused = new ServiceError('NOT_FOUND');
    expect(await routerFor(() => Promise.reject(refused)).route('test.read', '{}')).toEqual({
      ok: false,
      code: 'NOT_FOUND',
    });
  });

  // The message of an error from below may quote what a person wrote.
  test('tells nothing of a fault of ours, neither to the page nor to the diagnostics', async () => {
    const { route, faults } = routerFor(() => Promise.reject(new TypeError(`cannot read ${secret}\n    at ${secret}`)));
    expect(await route('test.read', '{}')).toEqual({ ok: false, code: 'INTERNAL' });
    expect(faults.join()).toMatch(/^fault in test\.read: TypeError\n {4}at .*router\.test\.ts/);
    expect(faults.join()).not.toContain('Lind');
    const sql = routerFor(() => Promise.reject(new StoreError('SQL', { near: secret }, secret)));
    expect(await sql.route('test.read', '{}')).toEqual({ ok: false, code: 'INTERNAL' });
    expect(sql.faults.join()).not.toContain('Lind');
  });

  test('an answer that is no JSON is a fault, not a hanging call', async () => {
    const { route, faults } = routerFor(async () => 1n);
    expect(await route('test.read', '{}')).toEqual({ ok: false, code: 'INTERNAL' });
    expect(faults).toHaveLength(1);
  });
});
