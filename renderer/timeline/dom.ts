import type { TimelineTexts } from './options.ts';

/** The elements of a timeline. Drawing is hidden from assistive technology, which has the grid; the app's list is its equal. */
export interface TimelineDom {
  readonly root: HTMLElement;
  readonly overviewUnit: HTMLElement | null;
  readonly overview: HTMLCanvasElement | null;
  readonly axis: HTMLCanvasElement;
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
  readonly labels: HTMLElement;
  /** Takes focus, keys and the pointer; to assistive technology it is the grid. */
  readonly plot: HTMLElement;
  /** Its rows and cells: seen by nobody, told by screen readers. */
  readonly grid: HTMLElement;
  /** Ground and items. */
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
  plot.setAttribute('role', 'grid');
  plot.setAttribute('aria-multiselectable', 'true');
  plot.setAttribute('aria-label', texts.name);
  plot.setAttribute('aria-describedby', help.id);
  const items = canvasElement();
  const overlay = canvasElement();
  const tooltip = element('div', 'timeline-pop timeline-tooltip');
  tooltip.setAttribute('role', 'tooltip');
  tooltip.hidden = true;
  const verdict = element('div', 'timeline-pop timeline-verdict');
  verdict.setAttribute('role', 'status');
  verdict.hidden = true;
  const grid = element('div', 'timeline-rows');
  grid.setAttribute('role', 'rowgroup');
  plot.append(items, overlay, grid);
  // Beside the grid and not in it: a grid holds rows and nothing else.
  const stage = element('div', 'timeline-stage');
  stage.append(plot, tooltip, verdict);
  content.append(labels, stage);
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
    grid,
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
