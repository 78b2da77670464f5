import type { BriefingBlock, BriefingDocument } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';

/** Bytes as this browser has them; the language's own types do not know the method yet. */
const Bytes = Uint8Array as typeof Uint8Array & { fromBase64(base64: string): Uint8Array<ArrayBuffer> };

/**
 * Makes addresses of this page of the pictures of a briefing. One that cannot be drawn after all (its file holds together but
 * not its pixels) is told by its words: an empty frame would say nothing.
 */
export async function readPictures(
  document: BriefingDocument,
): Promise<{ readonly briefing: BriefingDocument; readonly addresses: ReadonlyMap<RecordId, string> }> {
  const addresses = new Map<RecordId, string>();
  const broken = new Set<RecordId>();
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'picture' || !block.drawn?.base64 || addresses.has(block.attachment)) continue;
    const { base64, mediaType } = block.drawn;
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([Bytes.fromBase64(base64)], { type: mediaType }));
    const isDrawn = await image.decode().then(
      () => true,
      () => false,
    );
    if (isDrawn) addresses.set(block.attachment, image.src);
    else broken.add(block.attachment);
  }
  const told = (block: BriefingBlock): BriefingBlock =>
    block.type === 'picture' && broken.has(block.attachment)
      ? { type: 'text', text: block.drawn?.words ?? block.alt }
      : block;
  const sections = document.sections.map((section) => ({ ...section, blocks: section.blocks.map(told) }));
  return { briefing: { ...document, sections }, addresses };
}
