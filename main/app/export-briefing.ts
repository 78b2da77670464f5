import type { ExportedBriefing } from '#contract/app.ts';
import { CallError } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { CoreRequest, IssuedBriefing } from '#main/core/messages.ts';
import type { SaveTarget, Shell } from '#main/shell/shell.ts';
import { exportFailure, unwrap } from './answers.ts';
import type { Lifecycle } from './lifecycle.ts';
import { countPdfPages } from './pdf-pages.ts';

type BriefingInput = Omit<Extract<CoreRequest, { type: 'issue_briefing' }>, 'type'>;

/**
 * Builds a briefing under its own copy number, prints it, and saves it where the person says. The line in the use log
 * is written before the file: nothing leaves without one, and a file that then fails leaves a line too many.
 * @returns null when the person chose no place
 * @throws CallError LOCKED, CANCELLED when the book was locked meanwhile, or the core's own code
 */
export async function exportBriefing(
  lifecycle: Lifecycle,
  shell: Pick<Shell, 'printToPdf' | 'saveAs'>,
  input: BriefingInput,
): Promise<ExportedBriefing | null> {
  const core = lifecycle.core();
  const signal = lifecycle.signal();
  if (core === null || signal === null) throw new CallError(ERROR_CODES.LOCKED);
  const ask = async <T>(request: CoreRequest): Promise<T> => unwrap<T>(await core.ask(request));

  const { ticket, copy, checkpoint, documentJson } = await ask<IssuedBriefing>({ type: 'issue_briefing', ...input });
  let place: SaveTarget | null = null;
  try {
    place = await shell.saveAs(`vernebok-${copy}.pdf`);
    if (place === null) {
      await ask<null>({ type: 'release_briefing', ticket });
      return null;
    }
    const pdf = await shell.printToPdf(documentJson, signal);
    const [pages, sizeBytes] = [countPdfPages(pdf), pdf.byteLength];
    await ask<null>({ type: 'log_export', ticket, pages, sizeBytes });
    await place.write(pdf);
    return { pages, sizeBytes, copy, checkpoint, savedAs: place.savedAs };
  } catch (error) {
    await place?.abandon();
    await core.ask({ type: 'release_briefing', ticket });
    throw exportFailure(error, signal);
  }
}
