import type { Measure } from './display-list.ts';
import { element } from './dom.ts';
import type { DragPreview } from './drag.ts';
import type { Engine } from './engine.ts';
import { signIcon, svgIcon } from './icons.ts';
import { layoutLens, lensSpan } from './lens.ts';
import { createCanvasPainter } from './paint-canvas.ts';
import { placePopover } from './popover.ts';
import { createMeasure, readTheme, type Theme } from './theme.ts';
import type { CoverageState, TimeSpan } from './types.ts';

/** What a drag would cover, break and free, as the app judges it; words only, never markup. */
export interface Verdict {
  /** `Slutt 02:00 → 07:00, +5 t` */
  readonly title: string;
  /** Beside it: how to get back. */
  readonly hint?: string | undefined;
  /** Coverage of what the bar is for if it were dropped here; drawn in the lens. */
  readonly coverage?: readonly (TimeSpan & { readonly state: CoverageState })[] | undefined;
  readonly lines: readonly { readonly sign: 'ok' | 'warn' | 'none'; readonly text: string }[];
}

/** Size of the lens, px. */
const LENS = { width: 242, height: 36 } as const;

/** The verdict beside a drag: title, lens, lines. It is filled anew only when the times change. */
export function createVerdict(engine: Engine): { show(preview: DragPreview): void; hide(): void } {
  const { verdict } = engine.dom;
  const { state, calendar, options } = engine;
  const head = element('div', 'timeline-verdict-head');
  const title = element('span', 'timeline-verdict-title');
  const hint = element('span', 'timeline-corner-note');
  const canvas = document.createElement('canvas');
  canvas.className = 'timeline-canvas timeline-lens';
  canvas.setAttribute('aria-hidden', 'true');
  const lines = element('div', 'timeline-verdict-lines');
  const painter = createCanvasPainter(canvas);
  head.append(title, hint);
  verdict.append(head, canvas, lines);
  let lens: TimeSpan | null = null;
  /** Colours and letters, read once a drag. */
  let looks: { readonly theme: Theme; readonly measure: Measure } | null = null;

  const fill = (preview: DragPreview, told: Verdict): void => {
    title.textContent = told.title;
    hint.textContent = told.hint ?? '';
    lines.replaceChildren(
      ...told.lines.map(({ sign, text }) => {
        const line = element('div', `timeline-verdict-line timeline-verdict-line--${sign}`);
        const words = element('span', 'timeline-verdict-words');
        words.textContent = text;
        line.append(...(sign === 'none' ? [] : [svgIcon(signIcon(sign))]), words);
        return line;
      }),
    );
    lens = lensSpan(preview, lens, calendar);
    looks ??= readLooks(engine.dom.root);
    const { format } = options;
    const { theme, measure } = looks;
    painter.resize(LENS.width, LENS.height, window.devicePixelRatio || 1);
    painter.paint([layoutLens(preview, told.coverage ?? [], lens, LENS, { calendar, format, measure })], theme);
  };

  return {
    show(preview) {
      const told = options.verdict?.(preview) ?? null;
      if (!told) {
        verdict.hidden = true;
        return;
      }
      fill(preview, told);
      const strip = state.arrangement.laneById.get(preview.laneId);
      const edgeAt = preview.edge === 'start' ? preview.startAt : (preview.endAt ?? preview.startAt);
      const top = (strip?.y ?? 0) - state.scrollTop;
      const x = engine.scale().xOf(preview.cutAt ?? edgeAt);
      placePopover(verdict, { x, top, bottom: top + (strip?.h ?? 0) }, state.layout.hits, state);
    },
    hide() {
      verdict.hidden = true;
      lens = null;
      looks = null;
    },
  };
}

function readLooks(root: HTMLElement): { theme: Theme; measure: Measure } {
  const theme = readTheme(root);
  return { theme, measure: createMeasure(theme) };
}
