import type { RecordId } from '#model/ids.ts';
import { fromBase64 } from '#renderer/client/base64.ts';
import type { Client } from '#renderer/client/client.ts';
import type { PictureLoader } from '#renderer/editor/mentions/draw.ts';

/** Pictures of the attachments as addresses of this page, as long as the note is open. */
export interface Pictures {
  readonly load: PictureLoader;
  /** Lets the pictures go. */
  stop(): void;
}

/** Picture types that are shown; SVG is not among them: it is a document that may carry script. */
const TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** A larger picture is opened among the attachments, not in the text. */
const MOST_BYTES = 40_000_000;

export function isPicture(mediaType: string): boolean {
  return TYPES.includes(mediaType);
}

export function pictureLoader(client: Client): Pictures {
  const addresses = new Map<RecordId, Promise<string | null>>();
  let isStopped = false;

  async function load(id: RecordId): Promise<string | null> {
    const { values } = await client.invoke('record.get', { id });
    const { mediaType, sizeBytes } = values;
    if (typeof mediaType !== 'string' || !isPicture(mediaType)) return null;
    if (typeof sizeBytes !== 'number' || sizeBytes > MOST_BYTES) return null;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let offset = 0; offset < sizeBytes; ) {
      const { base64 } = await client.invoke('attachment.read', { id, offset });
      const piece = fromBase64(base64);
      if (piece.length === 0) return null;
      pieces.push(piece);
      offset += piece.length;
    }
    return isStopped ? null : URL.createObjectURL(new Blob(pieces, { type: mediaType }));
  }

  return {
    load(id) {
      let address = addresses.get(id);
      if (!address) {
        address = load(id).catch(() => null);
        addresses.set(id, address);
      }
      return address;
    },
    stop() {
      isStopped = true;
      for (const address of addresses.values()) void address.then((url) => url && URL.revokeObjectURL(url));
    },
  };
}
