import type { Pixels } from '#main/attachments/only-pixels.ts';
import { type Pictures, readPictures, shortSum } from '#main/attachments/pictures.ts';
import type { Context } from '#main/services/context.ts';
import type { BriefingBlock, BriefingDocument, BriefingPicture } from '#model/briefing.ts';
import { createWords, type Words } from './words.ts';

/** What the page that prints can draw. */
const SORTS = ['png', 'jpg', 'gif', 'webp'] as const;
const MEDIA_TYPES: Readonly<Record<Pixels['type'], string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/**
 * The briefing with the pictures of its notes: each as it will be drawn, or where it stays in the book its words and why.
 * @param withPixels false for the preview: how each is drawn, without its pixels, which the window has at hand
 */
export async function withPictures(
  context: Context,
  document: BriefingDocument,
  withPixels: boolean,
): Promise<BriefingDocument> {
  const pictures = document.sections.flatMap(({ blocks }) => blocks).filter(isPicture);
  if (pictures.length === 0) return document;
  const found = await readPictures(context, pictures, SORTS);
  const w = createWords(document.language, context.zone);
  const drawn = (block: BriefingBlock) => (isPicture(block) ? drawnOf(block, found, w, withPixels) : block);
  const sections = document.sections.map((section) => ({ ...section, blocks: section.blocks.map(drawn) }));
  return { ...document, sections };
}

function isPicture(block: BriefingBlock): block is BriefingPicture {
  return block.type === 'picture';
}

function drawnOf(picture: BriefingPicture, pictures: Pictures, w: Words, withPixels: boolean): BriefingBlock {
  const found = pictures.get(picture.attachment);
  const { sha256 = null, shown = 'gone' } = found ?? {};
  if (shown === null || typeof shown === 'string') {
    return { type: 'text', text: wordsOf(picture, sha256, shown && w.t(`export:stays.${shown}`), w) };
  }
  const { type, bytes, width, height, turn, mirrored } = shown;
  const alt = picture.alt.trim() || w.t('export:imageUnnamed');
  return {
    ...picture,
    alt,
    caption: w.t('briefNotes:caption', { alt, sum: shortSum(sha256 ?? '') }),
    drawn: {
      width,
      height,
      turn,
      mirrored,
      mediaType: MEDIA_TYPES[type],
      base64: withPixels ? Buffer.from(bytes).toString('base64') : null,
      words: wordsOf(picture, sha256, w.t('export:stays.sort'), w),
    },
  };
}

/** As in an exported note: what is seen on it, by which sum it is found in the book, and why it is not here. */
function wordsOf({ alt }: BriefingPicture, sha256: string | null, why: string | null, w: Words): string {
  const named = [alt.trim() || w.t('export:imageUnnamed'), why && `(${why})`].filter(Boolean).join(' ');
  if (sha256 === null) return w.t('export:image', { alt: named });
  return w.t('export:imageNamed', { alt: named, sum: shortSum(sha256) });
}
