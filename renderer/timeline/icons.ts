import type { TimelineKind } from './types.ts';

/** Kind icons on a 20 x 20 grid as stroked paths, 1.5 px, round ends; `dots` are filled circles of the same icon. */
export interface IconShape {
  readonly d: string;
  readonly dots?: readonly { readonly cx: number; readonly cy: number; readonly r: number }[];
}

/** The same drawings as the application's icon sheet: a circle there is two arcs here. */
export const KIND_ICONS: Readonly<Record<TimelineKind, IconShape>> = {
  need: {
    d: 'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5zM10 12l-2.5-2.4a1.6 1.6 0 0 1 2.5-2 1.6 1.6 0 0 1 2.5 2z',
  },
  shield: {
    d: 'M10 4.2c4.3 0 7 2.9 7.25 6.55-1.7-1.2-3.3-1.2-4.8 0-1.6-1.2-3.3-1.2-4.9 0-1.5-1.2-3.1-1.2-4.8 0C3 7.1 5.7 4.2 10 4.2zM10 2.5v1.7M10 10v5.25a1.75 1.75 0 0 0 3.5 0',
  },
  guard: {
    d: 'M10 2.5l6 2.1v4.9c0 3.7-2.5 6.5-6 8-3.5-1.5-6-4.3-6-8V4.6zM8.15 7.9a1.85 1.85 0 1 0 3.7 0a1.85 1.85 0 1 0-3.7 0M6.8 13.4c.5-1.9 1.7-2.8 3.2-2.8s2.7.9 3.2 2.8',
  },
  patrol: { d: 'M16.3 8.2A6.75 6.75 0 1 0 16.75 10.8M16.9 4.3v4h-4', dots: [{ cx: 10, cy: 10, r: 1.9 }] },
  transport: {
    d: 'M3 14H2.5v-3l1.75-.9L6.25 6.25h6L14.75 10l2.75.9V14H16M8 14h4M4.25 10.1h10.5M9.25 6.25v3.85M4.15 14a1.85 1.85 0 1 0 3.7 0a1.85 1.85 0 1 0-3.7 0M12.15 14a1.85 1.85 0 1 0 3.7 0a1.85 1.85 0 1 0-3.7 0',
  },
  threat: { d: 'M11.25 2.5L4.5 11.4h4.75L8.25 17.5 15.5 8.4h-5z' },
  breach: { d: 'M8.1 3.25A7 7 0 0 0 6.6 16.1M13.4 3.9a7 7 0 0 1-1.5 12.85M12 2.75L8.5 8.3l3.4 2.8-3.3 6.15' },
  order: { d: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M6.25 9.65h7.5M6.25 10.35h7.5' },
  assess: {
    d: 'M7.25 4.5H6A1.5 1.5 0 0 0 4.5 6v9.75a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V6A1.5 1.5 0 0 0 14 4.5h-1.25M8.25 2.75h3.5a1 1 0 0 1 1 1V5a1 1 0 0 1-1 1h-3.5a1 1 0 0 1-1-1V3.75a1 1 0 0 1 1-1zM7.5 13.5v-1.75M10 13.5V9.75M12.5 13.5v-2.75',
  },
  referral: {
    d: 'M3 10h8.5M8.25 6.5l3.5 3.5-3.5 3.5M11.5 4h3.75A1.75 1.75 0 0 1 17 5.75v8.5A1.75 1.75 0 0 1 15.25 16H11.5',
  },
  court: { d: 'M3 7.75L10 3.5l7 4.25zM5.25 8v6M8.4 8v6M11.6 8v6M14.75 8v6M3.5 14.25h13M2.75 16.75h14.5' },
  note: {
    d: 'M5 4.25A1.25 1.25 0 0 1 6.25 3H12l3.25 3.25v9.5A1.25 1.25 0 0 1 14 17H6.25A1.25 1.25 0 0 1 5 15.75zM11.75 3v3.5h3.5M7.5 10h5M7.5 13h3.5',
  },
};

/** Arrow of a heading that is open; turned for one that is folded. */
export const CHEVRON_DOWN = 'M4.75 7.75L10 13l5.25-5.25';
