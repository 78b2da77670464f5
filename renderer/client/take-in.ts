import { PIECE_BYTES } from '#contract/piece.ts';
import type { OutputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from './client.ts';

/** Pieces on the way at once: the core seals one while the next crosses, and no more are held however long the file is. */
const ON_THE_WAY = 2;

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
    const onTheWay: Promise<void>[] = [];
    for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
      signal.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
      if (onTheWay.length === ON_THE_WAY) await onTheWay.shift();
      const call = client
        .invoke('attachment.append', { intakeId, offset, bytes })
        .then(({ receivedBytes }) => onProgress(receivedBytes / file.size));
      // Its failure is told when its turn comes to be waited for.
      call.catch(() => undefined);
      onTheWay.push(call);
    }
    await Promise.all(onTheWay);
    signal.throwIfAborted();
    return await client.invoke('attachment.finish', { intakeId, source });
  } catch (error) {
    await client.invoke('attachment.cancel', { intakeId }).catch(() => undefined);
    throw error;
  }
}
