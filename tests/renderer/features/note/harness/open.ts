import { randomBytes } from 'node:crypto';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { Language } from '#contract/common.ts';
import type { EventName } from '#contract/events.ts';
import type { Role } from '#contract/route.ts';
import { ROUTES } from '#contract/routes.ts';
import { attachmentHandlers } from '#main/services/attachment.ts';
import type { Context } from '#main/services/context.ts';
import { noteHandlers } from '#main/services/note.ts';
import { recordHandlers } from '#main/services/record.ts';
import { spellingHandlers } from '#main/services/spelling.ts';
import { pageHeaders } from '#main/shell/page-policy.ts';
import { BookKeys } from '#main/vault/keys.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { launchChromium } from '#tests/helpers/launch.ts';
import { WAIT_MS } from '#tests/helpers/waiting.ts';

const ORIGIN = 'https://notes.invalid';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** Half past five on the invented night, an hour after clocks went forward. */
export const NIGHT = Date.UTC(2026, 2, 29, 3, 12);

const handlers = { ...noteHandlers, ...recordHandlers, ...spellingHandlers, ...attachmentHandlers };

type Handler = (context: Context, input: never) => Promise<unknown>;

/** Calls that a test makes fail, or holds back. */
export interface Calls {
  /** Names in the order in which they came. */
  readonly made: string[];
  /** Names of routes that fail with this code. */
  readonly failing: Map<string, string>;
  /** Waited for before a route of this name is answered. */
  readonly held: Map<string, Promise<void>>;
}

export interface Browserful {
  open(options?: OpenOptions): Promise<OpenNotes>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly role?: Role;
  readonly size?: { width: number; height: number };
  /** Fills the book before the page opens. */
  readonly fill?: (book: TestBook, caseId: RecordId) => Promise<void>;
  /** Shows the backlinks of this record instead of the notes. */
  readonly backlinksOf?: (caseId: RecordId) => RecordId;
}

/** The notes page in a real Chromium under the application's own policy, over a real encrypted book. */
export interface OpenNotes {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly book: TestBook;
  readonly caseId: RecordId;
  readonly calls: Calls;
  /** What the page complained of or asked for from elsewhere. */
  readonly complaints: string[];
  send(event: EventName, payload: unknown): Promise<void>;
  close(): Promise<void>;
}

/** Bundles the page in memory and starts the browser. */
export async function openBrowser(): Promise<Browserful> {
  const files = await bundle();
  const browser = await launchChromium();
  return {
    open: (options = {}) => openNotes(browser, files, options),
    close: () => browser.close(),
  };
}

async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { write: false, minify: false, target: 'chrome146', assetsInlineLimit: 0, modulePreload: false },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const output of [result].flat()) {
    if (!('output' in output)) continue;
    for (const file of output.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}

async function openNotes(
  browser: Browser,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: OpenOptions,
): Promise<OpenNotes> {
  const test = await openTestBook({ now: NIGHT, person: 'Fjære' });
  const { value: caseId } = await test.book.command('test.case', async (tx) => {
    const { id } = await tx.insert('case', {
      name: 'Lind',
      number: '2026-0147',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    return id;
  });
  await options.fill?.(test, caseId);
  const complaints: string[] = [];
  const calls: Calls = { made: [], failing: new Map(), held: new Map() };
  const browserContext = await browser.newContext({
    viewport: options.size ?? { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await browserContext.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  await browserContext.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const name = url.pathname === '/' ? '/index.html' : url.pathname;
    const body = url.origin === ORIGIN ? files.get(name) : undefined;
    if (body === undefined) {
      complaints.push(`asked for ${url.href}`);
      await route.abort();
      return;
    }
    const nonce = 'test-nonce';
    const text = Buffer.from(body);
    await route.fulfill({
      body: name === '/index.html' ? text.toString().replace('<html', `<html data-nonce="${nonce}"`) : text,
      contentType: TYPES[name.split('.').at(-1) ?? ''] ?? '',
      headers: pageHeaders(nonce),
    });
  });
  const context: Context = {
    book: test.book,
    vault: { folder: test.folder, keys: new BookKeys(randomBytes(32)) },
    person: { name: 'Fjære', role: options.role ?? 'analyst' },
    purpose: 'test',
    zone: 'Europe/Oslo',
    folder: test.folder,
    now: () => NIGHT,
    emit: () => undefined,
    opening: { lastOpenedAt: null, failedAttempts: [], head: 'same', clock: 'plausible' },
  };
  await page.exposeFunction('answer', (name: string, json: string, base64?: string) =>
    answer(context, calls, name, json, base64),
  );
  await page.addInitScript(
    (given) => {
      const listeners = new Map<string, Set<(json: string) => void>>();
      Object.assign(window, {
        noteHarness: given,
        tell: (name: string, json: string) => {
          for (const listener of listeners.get(name) ?? []) listener(json);
        },
        vernebok: {
          invoke: (name: string, json: string, bytes?: { toBase64(): string }) =>
            (window as unknown as { answer: (...given: unknown[]) => Promise<string> }).answer(
              name,
              json,
              ...(bytes ? [bytes.toBase64()] : []),
            ),
          on(name: string, listener: (json: string) => void) {
            const all = listeners.get(name) ?? new Set();
            listeners.set(name, all.add(listener));
            return () => all.delete(listener);
          },
        },
      });
    },
    {
      caseId,
      language: options.language ?? 'nb',
      theme: options.theme ?? 'light',
      backlinksOf: options.backlinksOf?.(caseId) ?? null,
    },
  );
  await page.clock.setFixedTime(NIGHT);
  const send = async (event: EventName, payload: unknown) => {
    await page.evaluate(
      ([name, json]) => (window as unknown as { tell: (name: string, json: string) => void }).tell(name, json),
      [event, JSON.stringify(payload)] as const,
    );
  };
  test.book.onChange((event) => void send('records.changed', event).catch(() => undefined));
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(() => document.fonts.load('500 13px "Inter Variable"'));
  return {
    page,
    context: browserContext,
    book: test,
    caseId,
    calls,
    complaints,
    send,
    async close() {
      await browserContext.close();
      await test.remove();
    },
  };
}

/** What the core process would answer: the input parsed by its route, the real handler, an envelope. */
async function answer(context: Context, calls: Calls, name: string, json: string, base64?: string): Promise<string> {
  calls.made.push(name);
  await calls.held.get(name);
  const code = calls.failing.get(name);
  if (code) return JSON.stringify({ ok: false, code });
  if (name === 'session.get') return JSON.stringify({ ok: true, value: { person: context.person } });
  const handler = (handlers as Readonly<Record<string, Handler>>)[name];
  const route = (ROUTES as Readonly<Record<string, { input: { parse(input: unknown): unknown } }>>)[name];
  if (!handler || !route) return JSON.stringify({ ok: false, code: 'ROUTE_UNKNOWN' });
  try {
    const bytes = base64 === undefined ? {} : { bytes: Buffer.from(base64, 'base64') };
    const value = await handler(context, route.input.parse({ ...JSON.parse(json), ...bytes }) as never);
    return JSON.stringify({ ok: true, value });
  } catch (error) {
    const { code: thrown, data } = error as { code?: string; data?: unknown };
    return JSON.stringify({ ok: false, code: thrown ?? 'INTERNAL', data });
  }
}
