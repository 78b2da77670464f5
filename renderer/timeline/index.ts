/** The timeline engine: framework-free. See `createTimeline` for the screen and `timelineSvg` for paper. */
export { createTimeline, type Timeline } from './create-timeline.ts';
export type { DragPreview } from './drag.ts';
export { createFormat, type TimelineFormat } from './format.ts';
export type { TimelineEvents, TimelineOptions, TimelineTexts } from './options.ts';
export { timelineSvg } from './print.ts';
export * from './types.ts';
