import type { LexicalEditor } from 'lexical';
import type { GradeMark, Image, LinkedSpan, LinkTarget, Strike, Time } from '#model/document/format.ts';
import { gradeText, timeText } from '#model/document/text.ts';

/** How an editor draws the nodes whose look or words depend on the book and the language. */
export interface NodePainters {
  /** Current title, icon, hue. */
  mention(dom: HTMLElement, mention: LinkTarget): void;
  /** The frame around linked words, which are drawn by the editor. */
  span(dom: HTMLElement, span: Omit<LinkedSpan, 'content'>): void;
  time(dom: HTMLElement, time: Time): void;
  grade(dom: HTMLElement, grade: GradeMark): void;
  /** The plate after struck text: who, when, why. */
  struck(dom: HTMLElement, strike: Strike): void;
  /** The picture, under it what it links to, and the plate of a strike. */
  image(dom: HTMLElement, image: Image): void;
}

/** With no painter (headless, a test): what the node says in plain text. */
const PLAIN: NodePainters = {
  mention(dom, mention) {
    dom.textContent = mention.label;
  },
  span() {},
  time(dom, time) {
    dom.textContent = timeText(time);
  },
  grade(dom, grade) {
    dom.textContent = gradeText(grade);
  },
  struck(dom, { by, reason }) {
    dom.textContent = `${by}: ${reason}`;
  },
  image(dom, image) {
    dom.textContent = image.alt;
  },
};

const painters = new WeakMap<LexicalEditor, NodePainters>();

/** Sets how this editor draws its nodes. */
export function setPainters(editor: LexicalEditor, own: NodePainters): void {
  painters.set(editor, own);
}

export function paintersOf(editor: LexicalEditor): NodePainters {
  return painters.get(editor) ?? PLAIN;
}
