import type { NoteExportInput } from '#contract/app.ts';
import { type Pictures, readPictures } from '#main/attachments/pictures.ts';
import type { Context } from '#main/services/context.ts';
import type { Image, NoteDocument } from '#model/document/format.ts';
import { blocksOf } from '#model/document/walk.ts';

/** What a reader of Office Open XML can be relied on to draw; Markdown has words alone. */
const SORTS = { docx: ['png', 'jpg', 'gif'], md: [] } as const;

/**
 * The pictures that a note tells, for an export of it. A struck one is not among them: its words stand there as struck, and
 * nobody outside sees it.
 */
export function picturesOf(
  context: Context,
  document: NoteDocument,
  format: NoteExportInput['format'],
): Promise<Pictures> {
  return readPictures(context, [...blocksOf(document)].filter(isTold), SORTS[format]);
}

function isTold(block: { readonly type: string }): block is Image {
  return block.type === 'image' && !('struck' in block);
}
