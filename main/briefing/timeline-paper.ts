import type { TimelinePaper } from '#contract/timeline-paper.ts';
import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';

/**
 * The sections of a printed timeline: each a day or week, drawn and then told day by day for those who read it; last what
 * was accepted in it, and the exceptions it rests on.
 */
export function timelineSections({ columns, empty, pages, register }: TimelinePaper): BriefingSection[] {
  const drawn = pages.map(({ heading, drawing, days }, index): BriefingSection => {
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
  return register === null ? drawn : [...drawn, registerSection(register)];
}

function registerSection({ heading, tables }: NonNullable<TimelinePaper['register']>): BriefingSection {
  const blocks = tables.flatMap(({ heading: about, columns, rows }): BriefingBlock[] => [
    { type: 'subheading', text: about },
    {
      type: 'table',
      columns: columns.map((name, index) => ({ heading: name, width: WIDE.includes(index) ? 'rest' : 'short' })),
      rows: rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
    },
  ]);
  return { id: 'timeline-register', heading, blocks };
}

/** Columns with sentences in them: what it is about, and why. */
const WIDE: readonly number[] = [1, 2];
