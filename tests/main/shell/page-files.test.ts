import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPageFiles } from '#main/shell/page-files.ts';
import { FIXTURE_PAGE } from '#tests/helpers/chromium.ts';

const ORIGIN = 'https://vernebok.invalid';
let outside: string;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'vernebok-outside-'));
});
afterEach(() => rm(outside, { recursive: true, force: true }));

describe('files of the page', () => {
  const files = createPageFiles(FIXTURE_PAGE, ORIGIN);
  const ask = (path: string) => files.answer('GET', `${ORIGIN}${path}`);

  test('the page comes with a policy whose nonce it knows, another one each time', async () => {
    const [first, second] = [await ask('/'), await ask('/index.html')];
    const nonce = /<html data-nonce="([\w-]{24})"/.exec(first.body.toString())?.[1];
    expect(first.status).toBe(200);
    expect(first.headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect(first.headers['Content-Security-Policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(second.body.toString()).not.toContain(nonce);
  });

  test('no policy lets anything in that is not ours', async () => {
    const policy = (await ask('/page.js')).headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*|allow-(popups|downloads|modals|top-navigation)/);
  });

  // Each of these has let somebody read a file beside the served folder.
  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/./../../fixtures/renderer/../../tsconfig.json',
    '/page.js%00.html',
    '//page.js',
    '/PAGE.js',
    '/missing.js',
    '/constructor',
  ])('%s leads nowhere', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('another origin or method is not answered', async () => {
    expect((await files.answer('GET', 'https://vernebok.invalid.example.com/')).status).toBe(404);
    expect((await files.answer('GET', 'http://vernebok.invalid/')).status).toBe(404);
    expect((await files.answer('GET', 'https://vernebok.invalid:444/')).status).toBe(404);
    expect((await files.answer('POST', `${ORIGIN}/`)).status).toBe(405);
    expect((await files.answer('GET', 'not an address')).status).toBe(404);
  });

  test('an address with words behind it is the page still', async () => {
    expect((await ask('/?a=1#b')).status).toBe(200);
  });

  test('a link out of the folder is not followed', async () => {
    const folder = await mkdtemp(join(outside, 'page-'));
    await writeFile(join(outside, 'secret.html'), 'secret');
    await writeFile(join(folder, 'index.html'), '<html></html>');
    await symlink(join(outside, 'secret.html'), join(folder, 'link.html'));
    expect((await createPageFiles(folder, ORIGIN).answer('GET', `${ORIGIN}/link.html`)).status).toBe(404);
  });

  test('a page that is not built is named as such', () => {
    expect(() => createPageFiles(outside, ORIGIN)).toThrow('PAGE_NOT_BUILT');
    expect(() => createPageFiles(join(outside, 'missing'), ORIGIN)).toThrow('PAGE_NOT_BUILT');
  });

  test('a scheme of our own is an origin too', async () => {
    const own = createPageFiles(FIXTURE_PAGE, 'app://vernebok');
    expect((await own.answer('GET', 'app://vernebok/')).status).toBe(200);
    expect((await own.answer('GET', 'app://other/')).status).toBe(404);
  });
});
