import type { BriefingDocument } from '#model/briefing.ts';

/** Every string of a value, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** The strings of one section of a document. */
export function sectionTexts(document: BriefingDocument, id: string): string[] {
  const section = document.sections.find((one) => one.id === id);
  if (!section) throw new Error(`no section ${id}`);
  return textsOf(section.blocks);
}
