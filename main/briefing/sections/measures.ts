import type { BriefingBlock, BriefingSection, Row } from '#model/briefing.ts';
import { type BookRecord, KINDS } from '#model/kinds.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import { localOfInstant } from '#model/time.ts';
import { PLAN_REACH_MS, type PlanGround, type PlannedDuty } from '../duties.ts';
import type { Material } from '../material.ts';
import { inLanguage, noteOf, place } from '../tell.ts';
import type { Words } from '../words.ts';

type Measure = BookRecord<'measure'>;

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
      rows: coming.map((one) => row(one, m, w)),
    });
    blocks.push({ type: 'text', text: w.t('measures.planIsNotFact') });
  }
  const grounds = m.planned.grounds.map((ground) => groundWord(ground, w));
  if (grounds.length > 0)
    blocks.push({ type: 'subheading', text: w.t('measures.grounds') }, { type: 'list', items: grounds });
  if (later.length > 0) blocks.push({ type: 'text', text: w.t('measures.later', { count: later.length }) });
  return { id: 'measures', heading: w.t('measures.heading'), aside: w.period(m.now, m.now + PLAN_REACH_MS), blocks };
}

/** An occurrence of a planned measure, and who is on it. */
interface Coming extends PlannedDuty {
  readonly measure: Measure;
}

/** Planned and running occurrences of measures that touch the next 72 hours, by start. */
export function upcoming(m: Material): Coming[] {
  const measures = new Map(m.measure.map((measure) => [measure.id, measure]));
  return m.planned.duties
    .flatMap((duty): Coming[] => {
      if (duty.endsAt !== null && duty.endsAt <= m.now) return [];
      const measure = measures.get(duty.measureId);
      return measure && (duty.status === 'planned' || duty.status === 'active') ? [{ ...duty, measure }] : [];
    })
    .sort((a, b) => a.startsAt - b.startsAt || a.measure.storyOrder - b.measure.storyOrder);
}

export function isLive({ values }: Measure): boolean {
  return values.status === 'planned' || values.status === 'active';
}

/** True if the measure is presence and nobody is named for it. Only presence covers: an address block needs no crew. */
export function lacksCrew({ crew, measure: { values } }: Coming): boolean {
  return (
    !crew && !values.crew && (values.type === 'guarding' || values.type === 'patrol' || values.type === 'transport')
  );
}

/** A leg as the escort drives it: times, ends, where they meet, and where to when it is broken off. */
function legLine(leg: Coming['legs'][number], m: Material, w: Words): string {
  const clock = (at: number) => localOfInstant(at, w.zone).slice(11);
  const ends = {
    depart: clock(leg.departAt),
    arrive: clock(leg.arriveAt),
    from: place(leg.fromPlaceId, leg.fromText, m) ?? w.t('measures.legUnknown'),
    to: place(leg.toPlaceId, leg.toText, m) ?? w.t('measures.legUnknown'),
  };
  const parts = [
    w.t('measures.leg', ends),
    leg.meetingPoint && w.t('measures.meeting', { place: leg.meetingPoint }),
    leg.abortPoint && w.t('measures.abort', { place: leg.abortPoint }),
  ];
  return parts.filter(Boolean).join(', ');
}

function groundWord(ground: PlanGround, w: Words): string {
  const until = w.end(ground.untilAt);
  if (ground.type === 'exception') {
    const cite = REST_RULES.exceptions.find(({ key }) => key === ground.rule)?.cite ?? ground.rule;
    const officer = ground.officer ?? w.t('measures.everyone');
    const told = w.t('measures.exception', { officer, until, cite });
    return ground.decidedBy ? `${told}, ${w.t('measures.decidedBy', { person: ground.decidedBy })}` : told;
  }
  const { about, subject, by, reason } = ground;
  const what = [subject, w.t(`measures.about.${about}`)].filter(Boolean).join(', ');
  return w.t('measures.accepted', { what, by, until, reason });
}

function row(coming: Coming, m: Material, w: Words): Row {
  const { startsAt, endsAt, status, measure } = coming;
  const { values } = measure;
  const { type, headcount, instruction, decidedBy } = values;
  // Who is assigned by name goes before what was written of the crew.
  const crew = coming.crew ?? values.crew;
  const wish = values.wishId && m.wish.find(({ id }) => id === values.wishId);
  const what = [w.option('type', type), inLanguage(values.text, values.textEn, w)].filter(Boolean).join(': ');
  const note = [
    place(values.placeId, values.placeText, m),
    ...coming.legs.map((leg) => legLine(leg, m, w)),
    instruction,
    wish && w.t('measures.answers', { words: w.quoted(inLanguage(wish.values.words, wish.values.wordsEn, w)) }),
    decidedBy && w.t('measures.decidedBy', { person: decidedBy }),
  ];
  const manned = headcount === null ? {} : { note: w.t('measures.headcount', { count: headcount }) };
  return {
    tone: KINDS.measure.lane?.(values) ?? KINDS.measure.tone,
    cells: [
      { text: w.period(startsAt, endsAt).replace(' – ', ' –\n'), note: w.option('status', status) },
      { text: what, ...noteOf(note) },
      { text: crew ?? (lacksCrew(coming) ? w.t('measures.noCrew') : ''), ...manned },
    ],
    strong: lacksCrew(coming),
  };
}
