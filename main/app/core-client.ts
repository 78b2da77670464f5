import type { Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { CoreCall, CoreMessage, CoreRequest } from '#main/core/messages.ts';
import { refusal } from '#main/ipc/router.ts';

/** A running core process, however it was started. */
export interface CoreChannel {
  readonly pid: number;
  post(call: CoreCall): void;
  onMessage(listener: (message: CoreMessage) => void): void;
  /** Called once, when the process is gone. */
  onExit(listener: () => void): void;
  /** Ends it at once. */
  kill(): void;
}

/** Starts a core process: a child process in the Chromium shell, a utility process in Electron. */
export type StartCore = () => Promise<CoreChannel>;

export interface CoreClient {
  readonly pid: number;
  /** JSON of the `Envelope` that answers; CORE_ENDED when the process ended first. */
  ask(request: CoreRequest): Promise<string>;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
  /**
   * Lets the process close the book and end; kills it when it has not ended 1.5 s after that time.
   * @returns its last words, or null when it had none
   */
  end(withinMs: number): Promise<string | null>;
  /** Ends it at once: nothing is open in it yet. */
  drop(): Promise<void>;
}

/** How long closing the book may take once nothing runs any more; a process killed then loses nothing committed. */
const CLOSE_WITHIN_MS = 1_500;

/** Numbers the calls to a core process and brings each answer to who asked. */
export function createCoreClient(channel: CoreChannel, onEvent: (name: string, json: string) => void): CoreClient {
  const waiting = new Map<number, (answerJson: string) => void>();
  let last = 0;
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    channel.onExit(() => {
      isGone = true;
      for (const answer of waiting.values()) answer(refusal(ERROR_CODES.CORE_ENDED));
      waiting.clear();
      resolve();
    });
  });
  channel.onMessage((message) => {
    if (message.type === 'event') {
      onEvent(message.name, message.payloadJson);
      return;
    }
    waiting.get(message.id)?.(message.answerJson);
    waiting.delete(message.id);
  });
  const ask = (request: CoreRequest) =>
    new Promise<string>((resolve) => {
      if (isGone) {
        resolve(refusal(ERROR_CODES.CORE_ENDED));
        return;
      }
      const id = ++last;
      waiting.set(id, resolve);
      channel.post({ id, request });
    });
  const drop = () => {
    channel.kill();
    return ended;
  };
  return {
    pid: channel.pid,
    ask,
    ended,
    drop,
    async end(withinMs) {
      const words = ask({ type: 'lock', withinMs });
      const overdue = setTimeout(() => channel.kill(), withinMs + CLOSE_WITHIN_MS);
      await ended;
      clearTimeout(overdue);
      const answerJson = await words;
      return (JSON.parse(answerJson) as Envelope<unknown>).ok ? answerJson : null;
    },
  };
}
