import { useEffect, useState } from 'react';
import type { BriefingDocument } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { readAttachment } from '#renderer/client/read-attachment.ts';

/** No picture that leaves is larger. */
const MOST_BYTES = 40_000_000;

/** The pictures of a previewed briefing as addresses of this page, as they come; let go when the briefing shows others. */
export function usePictures(document: BriefingDocument | undefined): ReadonlyMap<RecordId, string> {
  const client = useClient();
  const [addresses, setAddresses] = useState<ReadonlyMap<RecordId, string>>(new Map());
  const wanted = JSON.stringify(picturesOf(document));
  useEffect(() => {
    const stop = new AbortController();
    const made = new Map<RecordId, string>();
    async function read() {
      for (const [id, mediaType] of JSON.parse(wanted) as [RecordId, string][]) {
        const bytes = await readAttachment(client, id, 0, MOST_BYTES, stop.signal).catch(() => null);
        if (stop.signal.aborted) return;
        if (bytes === null) continue;
        made.set(id, URL.createObjectURL(new Blob([bytes], { type: mediaType })));
        setAddresses(new Map(made));
      }
    }
    void read();
    return () => {
      stop.abort();
      for (const address of made.values()) URL.revokeObjectURL(address);
      setAddresses(new Map());
    };
  }, [client, wanted]);
  return addresses;
}

function picturesOf(document: BriefingDocument | undefined): [RecordId, string][] {
  const blocks = document?.sections.flatMap((section) => section.blocks) ?? [];
  const found = blocks.flatMap((block): [RecordId, string][] =>
    block.type === 'picture' && block.drawn ? [[block.attachment, block.drawn.mediaType]] : [],
  );
  return [...new Map(found)];
}
