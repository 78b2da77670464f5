/** The timeline engine: framework-free. See `createTimeline` for the screen and `timelineSvg` for paper. */
export { createTimeline, type Timeline } from './create-timeline.ts';
export type { Measure } from './display-list.ts';
export type { DragPreview } from './drag.ts';
export { createFormat, type TimelineFormat, type TimelineWords } from './format.ts';
export type { TimelineEvents, TimelineOptions, TimelineTexts } from './options.ts';
export { type PrintOptions, timelineSvg } from './print.ts';
export * from './types.ts';
