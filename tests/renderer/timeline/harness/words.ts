import { createFormat, type TimelineFormat, type TimelineItem, type TimelineTexts } from '#renderer/timeline/index.ts';

/** Words as the application would inject them. */
export const bokmaal: TimelineFormat = createFormat('nb', {
  weekdays: ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø'],
  week: (week) => `uke ${week}`,
  hours: (hours) => `${hours} t`,
  now: (time) => `Nå ${time}`,
});

export const texts: TimelineTexts = {
  name: 'Tidslinje',
  help: 'Piltaster går fra hendelse til hendelse.',
  overview: 'Hele saken',
  overviewUnit: (unit) => `hendelser per ${unit}`,
  axisCorner: 'Ordnet etter art',
};

export function describe(item: TimelineItem): string {
  return `${item.label} ${new Date(item.startAt).toISOString()}`;
}
