import type { Bridge } from '#contract/bridge.ts';
import { CallError, type Envelope } from '#contract/envelope.ts';
import type { AppEvents, EventName } from '#contract/events.ts';
import type { RouteName } from '#contract/route-names.ts';
import type { InputOf, OutputOf } from '#contract/routes.ts';

/** The renderer's one way out: typed calls and events over the bridge. */
export interface Client {
  /** Calls a route. Throws CallError with the answer's code. */
  invoke<N extends RouteName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Listens to an event; the answer stops listening. */
  on<E extends EventName>(name: E, listener: (payload: AppEvents[E]) => void): () => void;
  /**
   * Resolves when every call made so far, and every call made meanwhile, has been answered, with the routes of those that
   * failed. The lock itself waits for this and is not waited for. Never throws.
   */
  settled(): Promise<readonly RouteName[]>;
}

/** A client over the bridge that the preload put on the window. */
export function createClient(bridge: Bridge): Client {
  const pending = new Map<Promise<unknown>, RouteName>();
  return {
    async invoke(name, input) {
      const call = answered(send(bridge, name, input)) as Promise<OutputOf<typeof name>>;
      if (name === 'vault.lock') return call;
      pending.set(call, name);
      try {
        return await call;
      } finally {
        pending.delete(call);
      }
    },
    on(name, listener) {
      return bridge.on(name, (json) => listener(JSON.parse(json)));
    },
    async settled() {
      const failed: RouteName[] = [];
      while (pending.size > 0) {
        const calls = [...pending];
        const answers = await Promise.allSettled(calls.map(([call]) => call));
        for (const [index, { status }] of answers.entries()) {
          const name = calls[index]?.[1];
          if (status === 'rejected' && name) failed.push(name);
        }
        // An answered call takes itself off in its own turn.
        await Promise.resolve();
      }
      return failed;
    },
  };
}

/** A piece of a file goes beside the JSON: it is no text. */
function send(bridge: Bridge, name: RouteName, input: unknown): Promise<string> {
  const { bytes, ...rest } = input as { readonly bytes?: unknown };
  return bytes instanceof Uint8Array
    ? bridge.invoke(name, JSON.stringify(rest), bytes)
    : bridge.invoke(name, JSON.stringify(input));
}

async function answered(call: Promise<string>): Promise<unknown> {
  const answer = JSON.parse(await call) as Envelope<unknown>;
  if (!answer.ok) throw new CallError(answer.code, answer.data);
  return answer.value;
}
