import type { BriefingBlock, BriefingSection, Row } from '#model/briefing.ts';
import { type BookRecord, KINDS } from '#model/kinds.ts';
import type { Material } from '../material.ts';
import { inLanguage, noteOf, place } from '../tell.ts';
import type { Words } from '../words.ts';

type Measure = BookRecord<'measure'>;

const HOUR_MS = 3_600_000;
/** How far the plan is told. */
const PLAN_REACH_MS = 72 * HOUR_MS;

/** What is planned or going on in the next 72 hours, with place and crew: for those who lead. Plan is not fact. */
export function plannedMeasures(m: Material, w: Words): BriefingSection {
  const coming = upcoming(m);
  const later = m.measure.filter((measure) => isLive(measure) && (measure.startsAt ?? 0) >= m.now + PLAN_REACH_MS);
  const blocks: BriefingBlock[] = [];
  if (coming.length === 0) blocks.push({ type: 'empty', text: w.t('measures.none') });
  else {
    blocks.push({
      type: 'table',
      columns: [
        { heading: w.t('measures.time'), width: 'time' },
        { heading: w.t('measures.measure'), width: 'rest' },
        { heading: w.t('measures.crew'), width: 'short' },
      ],
      rows: coming.map((measure) => row(measure, m, w)),
    });
    blocks.push({ type: 'text', text: w.t('measures.planIsNotFact') });
  }
  if (later.length > 0) blocks.push({ type: 'text', text: w.t('measures.later', { count: later.length }) });
  return { id: 'measures', heading: w.t('measures.heading'), aside: w.period(m.now, m.now + PLAN_REACH_MS), blocks };
}

/** Planned and running measures that touch the next 72 hours, by start. */
export function upcoming(m: Material): Measure[] {
  return m.measure
    .filter((measure) => {
      const { startsAt, endsAt, values } = measure;
      if (!isLive(measure) || startsAt === null || values.fromLocal === null) return false;
      return startsAt < m.now + PLAN_REACH_MS && (endsAt === null || endsAt > m.now);
    })
    .sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0) || a.storyOrder - b.storyOrder);
}

export function isLive({ values }: Measure): boolean {
  return values.status === 'planned' || values.status === 'active';
}

/** True if the measure is presence and nobody is named for it. Only presence covers: an address block needs no crew. */
export function lacksCrew({ values }: Measure): boolean {
  return !values.crew && (values.type === 'guarding' || values.type === 'patrol' || values.type === 'transport');
}

function row(measure: Measure, m: Material, w: Words): Row {
  const { values, startsAt, endsAt } = measure;
  const { type, status, crew, headcount, instruction, decidedBy } = values;
  const wish = values.wishId && m.wish.find(({ id }) => id === values.wishId);
  const what = [w.option('type', type), inLanguage(values.text, values.textEn, w)].filter(Boolean).join(': ');
  const note = [
    place(values.placeId, values.placeText, m),
    instruction,
    wish && w.t('measures.answers', { words: w.quoted(inLanguage(wish.values.words, wish.values.wordsEn, w)) }),
    decidedBy && w.t('measures.decidedBy', { person: decidedBy }),
  ];
  const manned = headcount === null ? {} : { note: w.t('measures.headcount', { count: headcount }) };
  return {
    tone: KINDS.measure.lane?.(values) ?? KINDS.measure.tone,
    cells: [
      { text: w.period(startsAt ?? m.now, endsAt).replace(' – ', ' –\n'), note: w.option('status', status) },
      { text: what, ...noteOf(note) },
      { text: crew ?? (lacksCrew(measure) ? w.t('measures.noCrew') : ''), ...manned },
    ],
    strong: lacksCrew(measure),
  };
}
