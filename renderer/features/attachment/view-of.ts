import { SHOWN_IMAGES } from '#model/kinds/attachment.ts';

/** How an attachment is shown. `none`: by its facts alone. */
export type View = 'image' | 'text' | 'pdf' | 'media' | 'none';

const TEXTS = new Set(['text/plain', 'application/json', 'application/xml', 'text/vcard', 'text/calendar']);

/** How a file of this type is shown; an empty one has nothing to show. */
export function viewOf(mediaType: string, sizeBytes: number): View {
  if (sizeBytes === 0) return 'none';
  if (SHOWN_IMAGES.has(mediaType)) return 'image';
  if (TEXTS.has(mediaType)) return 'text';
  if (mediaType === 'application/pdf') return 'pdf';
  return /^(?:audio|video)\//.test(mediaType) ? 'media' : 'none';
}
