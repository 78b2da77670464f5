import { CallError, type Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import { ShellError } from '#main/shell/shell.ts';

/** The value of an answer from the core. Throws CallError with its code. */
export function unwrap<T>(answerJson: string): T {
  const answer = JSON.parse(answerJson) as Envelope<T>;
  if (!answer.ok) throw new CallError(answer.code, answer.data);
  return answer.value;
}

/** What stopped an export, as the page is told it: the book was locked, the shell could not, the place took no file. */
export function exportFailure(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new CallError(ERROR_CODES.CANCELLED);
  if (error instanceof ShellError) return new CallError(error.code);
  const systemCode = systemCodeOf(error);
  return systemCode === null ? error : new CallError(ERROR_CODES.SAVE_FAILED, { systemCode });
}

/** The file system's own code of a failed save; null for any other failure. */
function systemCodeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : null;
}
