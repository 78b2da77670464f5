import type { TimelinePaper } from '#contract/timeline-paper.ts';
import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';

/** The sections of a printed timeline: each a day or week, drawn and then told day by day for those who read it. */
export function timelineSections({ columns, empty, pages }: TimelinePaper): BriefingSection[] {
  return pages.map(({ heading, drawing, days }, index): BriefingSection => {
    const told = days.flatMap(({ heading: day, rows }): BriefingBlock[] => [
      ...(day === null ? [] : [{ type: 'subheading', text: day } as const]),
      {
        type: 'table',
        columns: [
          { heading: columns.lane, width: 'short' },
          { heading: columns.when, width: 'short' },
          { heading: columns.what, width: 'rest' },
          { heading: columns.state, width: 'short' },
        ],
        rows: rows.map(({ lane, when, what, state }) => ({
          cells: [{ text: lane }, { text: when }, { text: what }, { text: state }],
        })),
      },
    ]);
    const blocks: BriefingBlock[] = told.length > 0 ? told : [{ type: 'empty', text: empty }];
    return { id: `timeline-${index}`, heading, blocks: [{ type: 'timeline', drawing }, ...blocks] };
  });
}
