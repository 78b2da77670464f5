/** The bridge of the Chromium shell: scripts that run in the page before anything of its own. */
import { EVENT_NAMES, ROUTE_NAMES } from './contract/route-names.ts';

/** Names of what the shell exposes to every frame; the scripts below take them away in the one frame that may call. */
export const CALL_BINDING = '__vernebokCall';
export const PRINT_BINDING = '__vernebokPrint';
/** What the shell calls in the page to hand over an event. */
export const DELIVER = '__vernebokDeliver';

/** Puts `window.vernebok` on the top frame of `origin`, and on no other. */
export function bridgeScript(origin: string): string {
  const names = { origin, routes: ROUTE_NAMES, events: EVENT_NAMES, call: CALL_BINDING, deliver: DELIVER };
  return `(${installBridge.toString()})(${JSON.stringify(names)})`;
}

/** Puts `window.vernebokPrint` on the top frame of `origin`, and on no other. */
export function printBridgeScript(origin: string): string {
  return `(${installPrintBridge.toString()})(${JSON.stringify({ origin, call: PRINT_BINDING })})`;
}

interface Names {
  readonly origin: string;
  readonly routes: readonly string[];
  readonly events: readonly string[];
  readonly call: string;
  readonly deliver: string;
}

/** The little of the page's window that is used here: this file is also compiled where no DOM is known. */
interface PageWindow {
  readonly top: unknown;
  readonly location: { readonly origin: string };
  addEventListener(type: 'keydown', listener: (event: Key) => void, options: { capture: true }): void;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
}

/** Bytes as this browser has them; the language's own types do not know the method yet. */
interface Base64Bytes {
  toBase64(): string;
}

/** Travels as text: uses nothing from outside itself. */
function installBridge({ origin, routes, events, call, deliver }: Names): void {
  const page = globalThis as unknown as PageWindow & Record<string, unknown>;
  if (page.top !== page || page.location.origin !== origin) return;
  const shell = page[call] as (name: string, inputJson: string, base64?: string) => Promise<string>;
  delete page[call];
  const listeners = new Map<string, Set<(payloadJson: string) => void>>();
  const bridge = {
    invoke: async (name: string, inputJson: string, bytes?: Base64Bytes) => {
      if (!routes.includes(name)) return JSON.stringify({ ok: false, code: 'ROUTE_UNKNOWN' });
      // Only text goes through the driver's pipe.
      return bytes === undefined ? shell(name, inputJson) : shell(name, inputJson, bytes.toBase64());
    },
    on: (name: string, listener: (payloadJson: string) => void) => {
      const heard = listeners.get(name) ?? new Set();
      if (events.includes(name)) listeners.set(name, heard.add(listener));
      return () => heard.delete(listener);
    },
  };
  const hear = (name: string, payloadJson: string) => {
    for (const listener of listeners.get(name) ?? []) listener(payloadJson);
  };
  Object.defineProperty(page, 'vernebok', { value: Object.freeze(bridge), enumerable: true });
  Object.defineProperty(page, deliver, { value: hear });
  // What the browser would do with these keys leaves the page on paper or on disk without a line in the use log.
  const refuse = (event: Key) => {
    if ((event.ctrlKey || event.metaKey) && ['p', 's', 'u'].includes(event.key.toLowerCase())) event.preventDefault();
  };
  page.addEventListener('keydown', refuse, { capture: true });
}

/** Travels as text: uses nothing from outside itself. */
function installPrintBridge({ origin, call }: { readonly origin: string; readonly call: string }): void {
  const page = globalThis as unknown as PageWindow & Record<string, unknown>;
  if (page.top !== page || page.location.origin !== origin) return;
  const shell = page[call] as () => Promise<string>;
  delete page[call];
  Object.defineProperty(page, 'vernebokPrint', { value: Object.freeze({ document: () => shell() }) });
}
