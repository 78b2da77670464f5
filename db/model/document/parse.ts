import { DOCUMENT_VERSION, type NoteDocument, type ShownDocument } from './format.ts';
import { documentOfText } from './from-text.ts';
import { salvage } from './salvage.ts';
import { documentSchema } from './schema.ts';

/** Why a document opens read-only: written by a newer build, with parts unknown here, or no whole document at all. */
export type ReadOnlyReason = 'newer' | 'unknown' | 'damaged';

export type ParsedDocument =
  | { readonly readOnly: false; readonly document: NoteDocument }
  | { readonly readOnly: true; readonly reason: ReadOnlyReason; readonly document: ShownDocument };

/**
 * Reads a stored document. One that this build does not understand down to the last property comes back read-only with
 * the parts that can be shown: writing it again would lose the rest without a word.
 * @param json stored text; null when the note has only plain text so far
 * @param text the note's plain text, shown when the document itself gives nothing
 */
export function parseDocument(json: string | null, text: string): ParsedDocument {
  if (json === null) return { readOnly: false, document: documentOfText(text) };
  const raw = parseJson(json);
  if (!isObject(raw) || typeof raw.version !== 'number') {
    return { readOnly: true, reason: 'damaged', document: documentOfText(text) };
  }
  const known = fits(raw);
  if (known) return { readOnly: false, document: known };
  const document = salvage(raw);
  const reason = raw.version > DOCUMENT_VERSION ? 'newer' : 'unknown';
  return { readOnly: true, reason, document: document.blocks.length > 0 ? document : documentOfText(text) };
}

/** The document if every part of it is understood, else null. */
export function understoodDocument(json: string): NoteDocument | null {
  return fits(parseJson(json));
}

function fits(raw: unknown): NoteDocument | null {
  try {
    const parsed = documentSchema.safeParse(raw);
    return parsed.success ? parsed.data : null;
  } catch {
    // Lists nested by the thousand exhaust the stack: nothing of ours writes them.
    return null;
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
