import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { readAttachment } from '#renderer/client/read-attachment.ts';
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
  const stopped = new AbortController();

  async function load(id: RecordId): Promise<string | null> {
    const { values } = await client.invoke('record.get', { id });
    const { mediaType, sizeBytes } = values;
    if (typeof mediaType !== 'string' || !isPicture(mediaType)) return null;
    if (typeof sizeBytes !== 'number' || sizeBytes > MOST_BYTES) return null;
    const bytes = await readAttachment(client, id, 0, sizeBytes, stopped.signal);
    return stopped.signal.aborted ? null : URL.createObjectURL(new Blob([bytes], { type: mediaType }));
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
      stopped.abort();
      for (const address of addresses.values()) void address.then((url) => url && URL.revokeObjectURL(url));
    },
  };
}
