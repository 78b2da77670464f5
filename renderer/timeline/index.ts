/** The timeline engine: framework-free. See `createTimeline` for the screen and `timelineSvgs` for paper. */
export { createTimeline, rehearseTimeline, type Timeline } from './create-timeline.ts';
export { doubtOf } from './doubt.ts';
export type { DragPreview } from './drag.ts';
export type { TimelineEdit } from './edits.ts';
export { createFormat, type TimelineFormat } from './format.ts';
export { TIMELINE_KEYS } from './keys.ts';
export { legendSvg } from './legend.ts';
export type { TimelineEvents, TimelineOptions, TimelineTexts } from './options.ts';
export { timelineSvgs } from './print.ts';
export { pageFilter, printPages } from './print-pages.ts';
export { createMeasure, readTheme } from './theme.ts';
export * from './types.ts';
export type { Verdict } from './verdict.ts';
