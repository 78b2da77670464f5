import { PIECE_BYTES } from '#contract/attachment.ts';
import type { OutputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { toBase64 } from './base64.ts';
import type { Client } from './client.ts';

/**
 * Hands a file to the core piece by piece; it is sealed there as it comes.
 * @param source from whom it comes, or null: the first step of its chain of custody says it
 * @param onProgress told the share that is there, 0 to 1
 * @throws CallError FILE_TOO_LARGE, FILE_CHANGED and others; AbortError of the signal. Nothing is kept then.
 */
export async function takeIn(
  client: Client,
  caseId: RecordId,
  file: File,
  source: string | null,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<OutputOf<'attachment.finish'>> {
  const { intakeId } = await client.invoke('attachment.begin', {
    caseId,
    name: file.name,
    sizeBytes: file.size,
    modifiedAt: file.lastModified || null,
  });
  try {
    for (let from = 0; from < file.size; from += PIECE_BYTES) {
      signal.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
      const { receivedBytes } = await client.invoke('attachment.append', { intakeId, base64: toBase64(bytes) });
      onProgress(receivedBytes / file.size);
    }
    signal.throwIfAborted();
    return await client.invoke('attachment.finish', { intakeId, source });
  } catch (error) {
    await client.invoke('attachment.cancel', { intakeId }).catch(() => undefined);
    throw error;
  }
}
