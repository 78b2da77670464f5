import type { Envelope } from '#contract/envelope.ts';
import type { RouteName } from '#contract/route-names.ts';
import type { InputOf, OutputOf } from '#contract/routes.ts';
import { forkCore } from '#main/app/fork-core.ts';
import { type App, type AppOptions, createApp } from '#main/app.ts';
import type { Sender, Shell, ShellOwner } from '#main/shell/shell.ts';

/** Where the page of the window without a screen comes from. */
export const TEST_ORIGIN = 'https://vernebok.invalid';
export const OWN_SENDER: Sender = { isOwnPage: true, isMainFrame: true, url: `${TEST_ORIGIN}/` };

/** A window without a screen: remembers what the page would have been told. The core process behind it is the real one. */
export interface ScreenlessShell extends Shell {
  readonly told: { readonly event: string; readonly payload: unknown }[];
  /** How often the page was renewed. */
  renewed: number;
  isClosed: boolean;
  owner(): ShellOwner;
  /** What the page does when it is told something. */
  onTold: (event: string) => void;
}

export function createScreenlessShell(capabilities: Partial<Shell['capabilities']> = {}): ScreenlessShell {
  let owner: ShellOwner | null = null;
  const shell: ScreenlessShell = {
    capabilities: {
      name: 'chromium',
      realBooks: false,
      suspendSignal: false,
      contentProtection: false,
      saveDialog: false,
      ...capabilities,
    },
    told: [],
    renewed: 0,
    isClosed: false,
    onTold: () => undefined,
    owner() {
      if (owner === null) throw new Error('the window is not open');
      return owner;
    },
    async open(given) {
      owner = given;
    },
    send(event, payloadJson) {
      shell.told.push({ event, payload: JSON.parse(payloadJson) });
      shell.onTold(event);
    },
    async resetPage() {
      shell.renewed += 1;
    },
    async printToPdf() {
      throw new Error('a window without a screen does not print');
    },
    async saveAs() {
      return null;
    },
    async close() {
      shell.isClosed = true;
    },
  };
  return shell;
}

export interface TestApp {
  readonly app: App;
  readonly shell: ScreenlessShell;
  /** Calls as the own page does. */
  call<N extends RouteName>(name: N, input: InputOf<N>): Promise<Envelope<OutputOf<N>>>;
}

/** The application over a real core process and a window without a screen. Stop it in afterEach. */
export async function openApp(booksFolder: string, options: Partial<AppOptions> = {}): Promise<TestApp> {
  const shell = createScreenlessShell();
  const given = { shell, origin: TEST_ORIGIN, startCore: forkCore, booksFolder, version: '0.0.0', ...options };
  const app = createApp(given);
  await app.start();
  return {
    app,
    shell,
    async call(name, input) {
      const { bytes, ...rest } = input as { bytes?: Uint8Array };
      return JSON.parse(await shell.owner().invoke(OWN_SENDER, name, JSON.stringify(rest), bytes));
    },
  };
}

/** True while a process of this id is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
