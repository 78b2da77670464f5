import type { ExportedNote, NoteExportInput } from '#contract/app.ts';
import { CallError } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { CoreRequest, RenderedNote } from '#main/core/messages.ts';
import type { SaveTarget, Shell } from '#main/shell/shell.ts';
import { exportFailure, unwrap } from './answers.ts';
import type { Lifecycle } from './lifecycle.ts';

/**
 * Saves a note where the person says. Its name says nothing of what it holds; the line in the use log is written before
 * the file.
 * @returns null when the person chose no place
 * @throws CallError LOCKED, CANCELLED when the book was locked meanwhile, SAVE_FAILED, or the core's own code
 */
export async function exportNote(
  lifecycle: Lifecycle,
  shell: Pick<Shell, 'saveAs'>,
  input: NoteExportInput,
): Promise<ExportedNote | null> {
  const core = lifecycle.core();
  const signal = lifecycle.signal();
  if (core === null || signal === null) throw new CallError(ERROR_CODES.LOCKED);
  const ask = async <T>(request: CoreRequest): Promise<T> => unwrap<T>(await core.ask(request));

  const { base64, withheld } = await ask<RenderedNote>({ type: 'render_note', input });
  const bytes = Buffer.from(base64, 'base64');
  let place: SaveTarget | null = null;
  try {
    place = await shell.saveAs(`vernebok-notat.${input.format}`);
    if (place === null) return null;
    signal.throwIfAborted();
    await ask<null>({ type: 'log_note_export', input, sizeBytes: bytes.length });
    await place.write(bytes);
    return { sizeBytes: bytes.length, withheld, savedAs: place.savedAs };
  } catch (error) {
    await place?.abandon();
    throw exportFailure(error, signal);
  }
}
