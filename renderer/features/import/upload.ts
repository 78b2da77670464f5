import { PIECE_BYTES } from '#contract/piece.ts';
import type { Client } from '#renderer/client/client.ts';

/**
 * Hands a file to the core piece by piece; nothing of it is written anywhere.
 * @param onProgress told the share that is there, 0 to 1
 * @returns the id under which it can be previewed and imported
 * @throws CallError FILE_TOO_LARGE and others; AbortError of the signal
 */
export async function uploadFile(
  client: Client,
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<string> {
  const { uploadId } = await client.invoke('import.begin', { sizeBytes: file.size });
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    signal.throwIfAborted();
    const bytes = new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
    const { receivedBytes } = await client.invoke('import.append', { uploadId, bytes });
    onProgress(receivedBytes / file.size);
  }
  return uploadId;
}
