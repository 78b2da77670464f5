/** Which shell `npm start` opens. */

/**
 * @typedef {{shell: 'electron', electron: string, args: string[], say: undefined}
 *   | {shell: 'chromium', args: string[], say: string}} ShellChoice
 */

/**
 * @param {{platform: string, env: NodeJS.ProcessEnv, electron: string | undefined}} found `electron`: its program
 * @returns {ShellChoice} `args` go before the person's own; `say` is one line for the terminal
 */
export function chooseShell({ platform, env, electron }) {
  const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!hasDisplay) {
    return {
      shell: 'chromium',
      args: ['--demo-walk'],
      say: 'No display here: walking through the demonstration book without a window; its pictures and the briefing go to out/demo/.',
    };
  }
  if (electron !== undefined) return { shell: 'electron', electron, args: [], say: undefined };
  return {
    shell: 'chromium',
    args: [],
    say: "Electron's program is not on this machine: opening the Chromium shell, which takes demonstration books only.",
  };
}
