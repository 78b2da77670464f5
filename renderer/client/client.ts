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
  /** Resolves when every call made so far, and every call made meanwhile, has been answered. Never throws. */
  settled(): Promise<void>;
}

/** A client over the bridge that the preload put on the window. */
export function createClient(bridge: Bridge): Client {
  const pending = new Set<Promise<unknown>>();
  return {
    async invoke(name, input) {
      const call = bridge.invoke(name, JSON.stringify(input));
      pending.add(call);
      try {
        const answer = JSON.parse(await call) as Envelope<OutputOf<typeof name>>;
        if (!answer.ok) throw new CallError(answer.code, answer.data);
        return answer.value;
      } finally {
        pending.delete(call);
      }
    },
    on(name, listener) {
      return bridge.on(name, (json) => listener(JSON.parse(json)));
    },
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}
