import { useLayoutEffect, useRef } from 'react';
import type { DrawnTimeline } from '#model/drawn-timeline.ts';
import { createFormat, createMeasure, legendSvg, readTheme, timelineSvgs } from '#renderer/timeline/index.ts';

/** Room on a page of A4 across, under its heading: 96 px to the inch. */
const PAGE = { widthPx: 1_020, heightPx: 585 } as const;
/** The first page has the document's heading and facts and the legend above the drawing. */
const FIRST_PX = 310;

/** A stretch of the timeline as drawings, each of a height that a page holds; the table under it tells the same. */
export function TimelineFigure({ drawing }: { drawing: DrawnTimeline }) {
  const host = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element) element.replaceChildren(...figuresOf(drawing, element).map(elementOf));
  }, [drawing]);
  return <figure className="bp-timeline" ref={host} />;
}

let drawn = 0;

function figuresOf(drawing: DrawnTimeline, host: HTMLElement): string[] {
  const { view, zone, nowAt, title, groups, lanes, items, holidays, legend, words } = drawing;
  const theme = readTheme(host);
  const measure = createMeasure(theme);
  const format = createFormat(host.lang || document.documentElement.lang || 'nb', {
    weekdays: words.weekdays,
    week: (week) => words.week.replace('#', String(week)),
    hours: (hours) => words.hours.replace('#', String(hours)),
    now: (time) => words.now.replace('#', time),
  });
  const style = () => ({ colour: theme.colour, fontFamily: 'Inter, sans-serif', idPrefix: `tl${drawn++}` });
  const { widthPx, heightPx } = PAGE;
  const shared = { view, widthPx, zone, format, measure, nowAt, title, style: style(), holidays: () => holidays };
  const key = legend.length === 0 ? [] : [legendSvg(legend, { widthPx, measure, title, style: style() })];
  const firstHeightPx = key.length === 0 ? heightPx : FIRST_PX;
  return [...key, ...timelineSvgs({ groups, lanes, items }, { ...shared, heightPx, firstHeightPx })];
}

function elementOf(svg: string): Element {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}
