import type { TimelineTexts } from './options.ts';

/** The elements of a timeline. Drawing is hidden from assistive technology; the app's list is its equal. */
export interface TimelineDom {
  readonly root: HTMLElement;
  readonly overviewUnit: HTMLElement | null;
  readonly overview: HTMLCanvasElement | null;
  readonly axis: HTMLCanvasElement;
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
  readonly labels: HTMLElement;
  /** Takes focus, keys and the pointer. */
  readonly plot: HTMLElement;
  readonly ground: HTMLCanvasElement;
  readonly items: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
  readonly tooltip: HTMLElement;
  readonly verdict: HTMLElement;
  readonly live: HTMLElement;
  remove(): void;
}

let nextId = 0;

/** Builds the elements into a host. */
export function buildDom(host: HTMLElement, texts: TimelineTexts, hasOverview: boolean): TimelineDom {
  const root = element('div', 'timeline');
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', texts.name);

  let overview: HTMLCanvasElement | null = null;
  let overviewUnit: HTMLElement | null = null;
  if (hasOverview) {
    const strip = element('div', 'timeline-strip timeline-strip--overview');
    const label = element('div', 'timeline-corner');
    const title = element('span', 'timeline-corner-title');
    title.textContent = texts.overview;
    overviewUnit = element('span', 'timeline-corner-note');
    label.append(title, overviewUnit);
    overview = canvasElement();
    strip.append(label, overview);
    root.append(strip);
  }

  const axisStrip = element('div', 'timeline-strip timeline-strip--axis');
  const corner = element('div', 'timeline-corner timeline-corner--axis');
  const cornerNote = element('span', 'timeline-corner-note');
  cornerNote.textContent = texts.axisCorner;
  corner.append(cornerNote);
  const axis = canvasElement();
  axisStrip.append(corner, axis);

  const scroller = element('div', 'timeline-scroller');
  const content = element('div', 'timeline-content');
  const labels = element('div', 'timeline-labels');
  const plot = element('div', 'timeline-plot');
  const help = element('div', 'timeline-hidden');
  help.id = `timeline-help-${nextId++}`;
  help.textContent = texts.help;
  plot.tabIndex = 0;
  // Arrow keys must reach the plot also while a screen reader reads the page.
  plot.setAttribute('role', 'application');
  plot.setAttribute('aria-label', texts.name);
  plot.setAttribute('aria-describedby', help.id);
  const ground = canvasElement();
  const items = canvasElement();
  const overlay = canvasElement();
  const tooltip = element('div', 'timeline-pop timeline-tooltip');
  tooltip.setAttribute('role', 'tooltip');
  tooltip.hidden = true;
  const verdict = element('div', 'timeline-pop timeline-verdict');
  verdict.setAttribute('role', 'status');
  verdict.hidden = true;
  plot.append(ground, items, overlay, tooltip, verdict);
  content.append(labels, plot);
  scroller.append(content);

  const live = element('div', 'timeline-hidden');
  live.setAttribute('aria-live', 'polite');
  root.append(axisStrip, scroller, help, live);
  host.append(root);
  return {
    root,
    overviewUnit,
    overview,
    axis,
    scroller,
    content,
    labels,
    plot,
    ground,
    items,
    overlay,
    tooltip,
    verdict,
    live,
    remove: () => root.remove(),
  };
}

export function element(tag: 'div' | 'span' | 'button', className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function canvasElement(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'timeline-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}
