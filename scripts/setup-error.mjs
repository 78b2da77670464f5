/** What stops the set-up, in words for the person at the terminal. No stack is shown for it. */
export class SetupError extends Error {
  code = 'SETUP_STOPPED';
}
