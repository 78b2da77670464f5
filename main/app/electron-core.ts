import { utilityProcess } from 'electron';
import type { CoreCall, CoreMessage } from '#main/core/messages.ts';
import type { CoreChannel } from './core-client.ts';

/** What of our environment the core process sees. */
const PASSED_ON = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR', 'TZ'];

/**
 * Starts the core process as a utility process of Electron.
 * @param file the built core: an ES module
 */
export async function startUtilityCore(file: string): Promise<CoreChannel> {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Vernebok core',
    // A signal must not open an inspector's port into the process that holds the keys.
    execArgv: ['--disable-sigusr1'],
    stdio: ['ignore', 'ignore', 'inherit'],
    env: Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  });
  let isGone = false;
  child.once('exit', () => {
    isGone = true;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('exit', () => reject(new Error('the core process did not start')));
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    post: (call: CoreCall) => void (isGone || child.postMessage(call)),
    onMessage: (listener) => void child.on('message', (message) => listener(message as CoreMessage)),
    onExit: (listener) => {
      if (isGone) listener();
      else child.once('exit', () => listener());
    },
    // Electron's own `kill` asks politely; a process that hangs does not hear it.
    kill: () => {
      if (!isGone) process.kill(pid, 'SIGKILL');
    },
  };
}
