import { attachmentRoutes } from '#contract/attachment.ts';
import type { Envelope } from '#contract/envelope.ts';
import { PIECE_BYTES } from '#contract/piece.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { OutputOf } from '#contract/routes.ts';
import type { MediaPiece } from '#main/shell/shell.ts';
import type { CoreClient } from './core-client.ts';

/**
 * A stretch of an attachment that is sound or moving pictures, over the same routes and the same line in the use log as
 * the page's own calls. Null for anything else, and for whatever the core refuses.
 */
export async function readMedia(
  core: Pick<CoreClient, 'ask'>,
  id: string,
  offset: number,
  length: number,
): Promise<MediaPiece | null> {
  const ask = async <T>(name: string, input: unknown): Promise<T | null> => {
    const answer = JSON.parse(
      await core.ask({ type: 'invoke', name, inputJson: JSON.stringify(input) }),
    ) as Envelope<T>;
    return answer.ok ? answer.value : null;
  };
  const record = await ask<ShownRecord>('record.get', { id });
  const mediaType = record?.kind === 'attachment' ? String(record.values.mediaType) : '';
  if (!/^(?:audio|video)\/[\w.+-]+$/.test(mediaType)) return null;
  const input = { id, offset, length: Math.min(length, PIECE_BYTES) };
  if (!attachmentRoutes['attachment.read'].input.safeParse(input).success) return null;
  const piece = await ask<OutputOf<'attachment.read'>>('attachment.read', input);
  return piece && { bytes: Buffer.from(piece.base64, 'base64'), sizeBytes: piece.sizeBytes, mediaType };
}
