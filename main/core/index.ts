/** Entry of the core process: everything that ever sees a key or a record runs in here, and ends with it. */
import { reportFault } from './diagnostics.ts';
import type { CoreCall, CoreMessage } from './messages.ts';
import { serveCore } from './serve.ts';

/** What Electron gives a utility process instead of a channel to its parent. */
interface ParentPort {
  postMessage(message: CoreMessage): void;
  on(event: 'message', listener: (event: { readonly data: CoreCall }) => void): void;
}

/** A port does not tell when what was posted has gone out. */
const PORT_DELAY_MS = 20;

const port = (process as { readonly parentPort?: ParentPort }).parentPort ?? null;
let last: Promise<void> = Promise.resolve();

const core = serveCore(
  (message) => {
    if (port !== null) port.postMessage(message);
    else last = new Promise((resolve) => process.send?.(message, () => resolve()) ?? resolve());
  },
  () => {
    if (port !== null) setTimeout(() => process.exit(0), PORT_DELAY_MS);
    else void last.then(() => process.exit(0));
  },
);

if (port !== null) port.on('message', ({ data }) => void core.take(data));
else process.on('message', (call) => void core.take(call as CoreCall));

// The application is gone, however that came: nobody can see the book any more.
process.on('disconnect', () => void core.lock().finally(() => process.exit(0)));
// A terminal sends Ctrl+C to every process of the group; the application decides when this one ends.
process.on('SIGINT', () => undefined);
// After a fault that nothing caught nothing can be relied on. What was committed is safe.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    reportFault('core', error);
    process.exit(1);
  });
}
