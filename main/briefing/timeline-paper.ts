import type { TimelinePaper } from '#contract/timeline-paper.ts';
import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';

/** The sections of a printed timeline: each a day or week, drawn and then told lane by lane for those who read it. */
export function timelineSections({ columns, empty, pages }: TimelinePaper): BriefingSection[] {
  return pages.map(({ heading, drawing, lanes }, index): BriefingSection => {
    const told = lanes.flatMap(({ heading: lane, rows }): BriefingBlock[] => [
      { type: 'subheading', text: lane },
      {
        type: 'table',
        columns: [
          { heading: columns.when, width: 'short' },
          { heading: columns.what, width: 'rest' },
          { heading: columns.state, width: 'short' },
        ],
        rows: rows.map(({ when, what, state }) => ({ cells: [{ text: when }, { text: what }, { text: state }] })),
      },
    ]);
    const blocks: BriefingBlock[] = told.length > 0 ? told : [{ type: 'empty', text: empty }];
    return { id: `timeline-${index}`, heading, blocks: [{ type: 'timeline', drawing }, ...blocks] };
  });
}
