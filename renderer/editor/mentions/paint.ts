import type { LexicalEditor } from 'lexical';
import type { Mention } from '#model/document/format.ts';

/** Draws a mention into its element: current title, icon, hue. */
export type MentionPainter = (dom: HTMLElement, mention: Mention) => void;

const painters = new WeakMap<LexicalEditor, MentionPainter>();

/** Sets how this editor draws mentions. */
export function setMentionPainter(editor: LexicalEditor, painter: MentionPainter): void {
  painters.set(editor, painter);
}

/** Draws the mention; with no painter (headless, a test) its label alone. */
export function paintMention(editor: LexicalEditor, dom: HTMLElement, mention: Mention): void {
  const painter = painters.get(editor);
  if (painter) painter(dom, mention);
  else dom.textContent = mention.label;
}
