import type { LinkTarget, Strike, Time } from '#model/document/format.ts';
import type { Grade } from '#model/document/grading.ts';
import { kindOf } from '#model/kinds.ts';
import { ICON_LINES, ICON_SOLIDS, isIconName } from '#resources/icons/paths.ts';
import type { CheckWords } from '../nodes/check-items.ts';
import type { NodePainters } from '../nodes/painters.ts';
import type { MentionDirectory } from './directory.ts';

/** Words the nodes of a note need besides the record's own title. */
export interface NodeWords {
  /** Name of a link type; empty for one that needs no word. */
  link(type: LinkTarget['link']): string;
  struck: string;
  missing: string;
  /** A date or a time as it is read: with its weekday. */
  time(time: Time): string;
  /** What the calendar says of it: its week, and whether clocks skip it or have it twice. */
  timeNote(time: Time): string;
  /** A day or minute for which a link holds. */
  date(date: string): string;
  /** The grade in words. */
  grade(grade: Grade): string;
  /** What is no fact but an assessment. */
  readonly assessment: string;
  /** Who struck, when and why. */
  strike(strike: Strike): string;
  readonly check: CheckWords;
  /** Said while a picture is fetched, and when it cannot be shown. */
  picture: { readonly loading: string; readonly none: string };
}

/** Fetches a picture of the attachments as an address the page may show; null when there is none. */
export type PictureLoader = (attachment: LinkTarget['to']) => Promise<string | null>;

/** A mention stands in a sentence: a longer title is cut, and read whole on hover and by screen readers. */
const SHOWN_LENGTH = 48;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws mentions as plates in their kind's hue with the record's current title, and what else depends on book or language.
 * @param tabStop each mention is a stop of the Tab key: in a text that has no caret
 */
export function nodePainters(
  directory: MentionDirectory,
  words: NodeWords,
  tabStop: boolean,
  picture: PictureLoader,
): NodePainters {
  /** Marks an element as a link to a record; returns what it is called now. */
  const frame = (dom: HTMLElement, target: LinkTarget) => {
    const look = directory.look(target.to);
    const own = kindOf(target.kind);
    dom.dataset.k = look?.tone ?? own.tone;
    dom.dataset.to = target.to;
    dom.toggleAttribute('data-struck', look?.struck ?? false);
    dom.toggleAttribute('data-missing', look === null);
    if (tabStop) dom.tabIndex = 0;
    dom.setAttribute('role', 'link');
    // A moment on the timeline is called by its time, not by the case whose timeline it is.
    const isMoment = target.kind === 'case' && target.date !== undefined;
    const title = isMoment ? words.date(target.date ?? '') : look?.title || look?.kindLabel || target.label;
    const state = look === null ? words.missing : look?.struck ? words.struck : '';
    const type = words.link(target.link);
    const date = target.date && !isMoment ? words.date(target.date) : '';
    return { look, own, title, state, more: [type, date].filter(Boolean).join(', '), isMoment };
  };

  const painters: NodePainters = {
    mention(dom, mention) {
      const { look, own, title, state, more, isMoment } = frame(dom, mention);
      dom.className = 'note-mention';
      const name = document.createElement(look?.struck ? 's' : 'span');
      const shown = cut(title);
      name.textContent = shown;
      dom.title = shown === title ? '' : title;
      // The name holds what is seen, word for word: those who speak to the page say what they see (WCAG 2.5.3).
      const seen = more === '' ? shown : `${shown} ${more}`;
      const named = look && !isMoment ? `${look.kindLabel}: ${seen}` : seen;
      dom.setAttribute('aria-label', state === '' ? named : `${named}, ${state}`);
      dom.replaceChildren(icon(isMoment ? 'timeline' : (look?.icon ?? own.icon)), name);
      if (more !== '') {
        const type = document.createElement('span');
        type.className = 'note-mention-link';
        type.textContent = more;
        dom.append(' ', type);
      }
    },
    span(dom, span) {
      const { title, state, more, look, isMoment } = frame(dom, span);
      dom.className = 'note-span';
      const kind = look && !isMoment ? `${look.kindLabel}: ` : '';
      const told = [`${kind}${title}`, more, state].filter(Boolean).join(', ');
      dom.title = told;
      // The words stay the name; what they link to is told after them.
      dom.setAttribute('aria-description', told);
    },
    time(dom, time) {
      dom.className = 'note-time';
      dom.replaceChildren(icon('clock'), words.time(time));
      dom.title = words.timeNote(time);
      dom.setAttribute('role', 'link');
      if (tabStop) dom.tabIndex = 0;
    },
    grade(dom, grade) {
      dom.className = 'note-grade';
      dom.setAttribute('role', 'img');
      dom.setAttribute('aria-label', words.grade(grade));
      dom.title = words.grade(grade);
      const isAssessment = grade.basis === 'assessment';
      const signs = [grade.source, grade.information, grade.handling, ...(isAssessment ? [words.assessment] : [])];
      dom.replaceChildren(...signs.map(sign));
      dom.toggleAttribute('data-assessment', isAssessment);
    },
    struck(dom, strike) {
      dom.textContent = words.strike(strike);
    },
    image(dom, { attachment, alt, link, struck }) {
      dom.className = 'note-image';
      dom.toggleAttribute('data-struck', struck !== undefined);
      const name = alt || directory.look(attachment)?.title || '';
      const told = document.createElement('span');
      const tell = (state: string) => {
        told.textContent = `${name}${name ? ': ' : ''}${state}`;
      };
      tell(words.picture.loading);
      // A struck picture lies in an `s`, as struck words do, with the plate after it.
      const seen = document.createElement(struck ? 's' : 'div');
      seen.className = 'note-image-seen';
      seen.append(told);
      dom.replaceChildren(seen);
      if (link) {
        const plate = document.createElement('span');
        painters.mention(plate, link);
        dom.append(plate);
      }
      if (struck) {
        const why = document.createElement('span');
        why.className = 'note-struck-why';
        painters.struck(why, struck);
        dom.append(why);
      }
      void picture(attachment).then(
        (address) => {
          if (address === null) tell(words.picture.none);
          else seen.replaceChildren(pictureElement(address, name));
        },
        () => tell(words.picture.none),
      );
    },
  };
  return painters;
}

function sign(text: string): HTMLElement {
  const dom = document.createElement('b');
  dom.textContent = text;
  return dom;
}

function pictureElement(address: string, alt: string): HTMLElement {
  const dom = document.createElement('img');
  dom.src = address;
  dom.alt = alt;
  return dom;
}

function cut(title: string): string {
  if (title.length <= SHOWN_LENGTH) return title;
  const space = title.lastIndexOf(' ', SHOWN_LENGTH - 1);
  return `${title.slice(0, space > SHOWN_LENGTH / 2 ? space : SHOWN_LENGTH - 1).toWellFormed()}…`;
}

function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'vb-icon vb-icon-14');
  svg.setAttribute('aria-hidden', 'true');
  const known = isIconName(name) ? name : 'link';
  const lines = document.createElementNS(SVG, 'path');
  lines.setAttribute('d', ICON_LINES[known]);
  svg.append(lines);
  const solid = ICON_SOLIDS[known];
  if (solid) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', solid);
    path.setAttribute('fill', 'currentColor');
    path.setAttribute('stroke', 'none');
    svg.append(path);
  }
  return svg;
}
