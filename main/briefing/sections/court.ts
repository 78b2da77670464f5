import type { BriefingSection, Row } from '#model/briefing.ts';
import { endedEarlyAt } from '#model/order-state.ts';
import { endOfOrder } from '#model/order-term.ts';
import type { Material } from '../material.ts';
import { inLanguage, noteOf, place } from '../tell.ts';
import type { Words } from '../words.ts';

interface Due {
  readonly at: number;
  /** What ends at midnight ends with the day before: 24:00. */
  readonly isEnd?: boolean;
  readonly what: string;
  readonly note: { note?: string };
}

/** What is berammet or ends: hearings, remand, the term of orders; soonest first. */
export function courtDates(m: Material, w: Words): BriefingSection {
  const due: Due[] = [];
  for (const { values } of m.court_step) {
    if (values.scheduledAt === null || values.scheduledAt < m.now) continue;
    const step = values.step ? w.option('step', values.step) : w.kind('court_step');
    const text = inLanguage(values.text, values.textEn, w);
    const where = values.court ?? place(values.placeId, values.placeText, m);
    due.push({ at: values.scheduledAt, what: step, note: noteOf([where, text]) });
  }
  for (const { values } of m.remand) {
    if (values.untilAt === null || values.untilAt < m.now) continue;
    const name = values.personId && m.nameOf(values.personId);
    due.push({ at: values.untilAt, isEnd: true, what: w.t('court.remandEnds'), note: noteOf([name]) });
  }
  for (const { values } of m.order) {
    const end = endOfOrder(values, w.zone);
    if (end === null || end.at < m.now || endedEarlyAt(values) !== null) continue;
    // Of a draft and of what was refused nothing ends.
    if (end.longest !== null && values.stage !== null && values.stage !== 'decided') continue;
    const name = values.variant ? w.option('variant', values.variant) : w.kind('order');
    const note = end.longest === null ? null : w.t('court.notEntered', { source: w.t(`orders:source.${end.longest}`) });
    due.push({ at: end.at, isEnd: true, what: w.t('court.orderEnds', { order: name }), note: noteOf([note]) });
  }
  due.sort((a, b) => a.at - b.at);
  const rows = due.map(
    ({ at, isEnd, what, note }): Row => ({
      cells: [{ text: isEnd ? w.end(at) : w.at(at) }, { text: what, ...note }],
      tone: 'court',
    }),
  );
  return {
    id: 'court',
    heading: w.t('court.heading'),
    blocks: [
      rows.length === 0
        ? { type: 'empty', text: w.t('court.none') }
        : {
            type: 'table',
            columns: [
              { heading: w.t('fact.time'), width: 'time' },
              { heading: w.t('fact.what'), width: 'rest' },
            ],
            rows,
          },
    ],
  };
}
