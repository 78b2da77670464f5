import type { Mention } from '#model/document/format.ts';
import { kindOf } from '#model/kinds.ts';
import { ICON_LINES, ICON_SOLIDS, isIconName } from '#resources/icons/paths.ts';
import type { MentionDirectory } from './directory.ts';
import type { MentionPainter } from './paint.ts';

/** Words a mention needs besides the record's own title. */
export interface MentionWords {
  /** Name of a link type; empty for one that needs no word. */
  link(type: Mention['link']): string;
  struck: string;
  missing: string;
}

/** A mention stands in a sentence: a longer title is cut, and read whole on hover and by screen readers. */
const SHOWN_LENGTH = 48;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws mentions as plates in their kind's hue with the record's current title.
 * @param tabStop each mention is a stop of the Tab key: in a text that has no caret
 */
export function mentionPainter(directory: MentionDirectory, words: MentionWords, tabStop: boolean): MentionPainter {
  return (dom, mention) => {
    const look = directory.look(mention.to);
    const own = kindOf(mention.kind);
    const title = look?.title || look?.kindLabel || mention.label;
    const link = words.link(mention.link);
    const state = look === null ? words.missing : look?.struck ? words.struck : '';
    dom.className = 'note-mention';
    dom.dataset.k = look?.tone ?? own.tone;
    dom.dataset.to = mention.to;
    dom.toggleAttribute('data-struck', look?.struck ?? false);
    dom.toggleAttribute('data-missing', look === null);
    if (tabStop) dom.tabIndex = 0;
    dom.setAttribute('role', 'link');
    const name = document.createElement(look?.struck ? 's' : 'span');
    const shown = cut(title);
    name.textContent = shown;
    dom.title = shown === title ? '' : title;
    // The name holds what is seen, word for word: those who speak to the page say what they see (WCAG 2.5.3).
    const seen = link === '' ? shown : `${shown} ${link}`;
    const named = look ? `${look.kindLabel}: ${seen}` : seen;
    dom.setAttribute('aria-label', state === '' ? named : `${named}, ${state}`);
    dom.replaceChildren(icon(look?.icon ?? own.icon), name);
    if (link !== '') {
      const type = document.createElement('span');
      type.className = 'note-mention-link';
      type.textContent = link;
      dom.append(' ', type);
    }
  };
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
