import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CoreMessage } from '#main/core/messages.ts';
import type { CoreChannel } from './core-client.ts';

/** What of our environment the core process sees; no passphrase that someone put there. */
const PASSED_ON = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR', 'TZ', 'NODE_ENV'];

/**
 * Starts the core process as a child of this one, running the sources as they are.
 * `--disable-sigusr1`: a signal must not open an inspector's port into the process that holds the keys.
 */
export async function forkCore(): Promise<CoreChannel> {
  const child = fork(fileURLToPath(new URL('../core/index.ts', import.meta.url)), [], {
    execArgv: ['--disable-sigusr1', '--disable-warning=ExperimentalWarning'],
    env: Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return {
    pid: child.pid ?? 0,
    post: (call) => {
      if (child.connected) child.send(call);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as CoreMessage)),
    onExit: (listener) => {
      if (child.exitCode !== null || child.signalCode !== null) listener();
      else child.once('exit', () => listener());
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
