import { knownError } from '#main/core/known-errors.ts';
import { ImportFileError } from '#main/import/file.ts';
import { ShellError } from '#main/shell/shell.ts';

/** Work of the command line that failed for a reason it can name. Exit 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a failure is called, without anything of what was in the book; INTERNAL for a fault of ours. */
export function failureOf(error: unknown): { code: string; message?: string; data?: unknown } {
  // Its message is ours, and names nothing of a book.
  if (error instanceof CommandError) return { code: error.code, message: error.message };
  if (error instanceof ShellError) return { code: error.code };
  if (error instanceof ImportFileError) return { code: error.code, data: error.data };
  const known = knownError(error);
  if (known) return known;
  const code = systemCode(error);
  return { code: code ?? 'INTERNAL' };
}

/** The system's own code of a failed file operation (ENOENT, EACCES, ENOSPC …). */
function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z]+$/.test(error.code) ? error.code : null;
}
