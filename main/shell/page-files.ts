import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { newNonce, pageHeaders } from './page-policy.ts';
import { ShellError } from './shell.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface PageAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export interface PageFiles {
  /** Answers a request for an address of the page's origin: one of the built files with the page's policy, or 404. */
  answer(method: string, url: string): Promise<PageAnswer>;
}

/**
 * The built page. Its files are listed once, so that an address can name nothing else: there is no path to escape from.
 * An HTML file gets its nonce as `data-nonce` on the root element, where the styles' writer finds it.
 * @param folder the built renderer, with `index.html`
 * @param origin under which it is served, without a slash at the end
 * @throws ShellError PAGE_NOT_BUILT
 */
export function createPageFiles(folder: string, origin: string): PageFiles {
  const files = listFiles(folder);
  if (!files.has('/index.html')) throw new ShellError('PAGE_NOT_BUILT', 'run the build first');
  const refuse = (status: 404 | 405): PageAnswer => ({ status, headers: pageHeaders(newNonce()), body: Buffer.of() });
  return {
    async answer(method, url) {
      if (method !== 'GET') return refuse(405);
      const path = pathOf(url, origin);
      const type = path === null ? undefined : TYPES[extname(path)];
      const file = path === null ? undefined : files.get(path);
      if (file === undefined || type === undefined) return refuse(404);
      const nonce = newNonce();
      const bytes = await readFile(file);
      return {
        status: 200,
        headers: { ...pageHeaders(nonce), 'Content-Type': type },
        body: type.startsWith('text/html') ? withNonce(bytes, nonce) : bytes,
      };
    },
  };
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    throw new ShellError('PAGE_NOT_BUILT', 'run the build first');
  }
  return new Map(names.map((file) => [file.slice(folder.replace(/[\\/]$/, '').length).replaceAll(sep, '/'), file]));
}

/** The path an address asks for, `/` being the page; null when it is not of our origin. */
function pathOf(url: string, origin: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== origin) return null;
  return pathname === '/' ? '/index.html' : pathname;
}

function withNonce(html: Buffer, nonce: string): Buffer {
  return Buffer.from(html.toString('utf8').replace('<html', `<html data-nonce="${nonce}"`), 'utf8');
}
