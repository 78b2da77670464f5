import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanMeasure } from '#contract/plan-view.ts';
import { MEET_MARGIN_MINUTES } from '#model/plan/meetings.ts';
import { type Conflict, type CoverageReason, keyOf, type WorkItem } from '#model/plan/result.ts';
import { conflictSentence } from '#model/plan/sentences.ts';
import { askedOf } from '#model/plan/staffing.ts';
import { TRAVEL } from '#model/plan/travel.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { dateWords } from './date-words.ts';
import { endsOf } from './legs.ts';
import type { Matter } from './matters.ts';
import type { Plan } from './plan.ts';
import type { PlanItemWords } from './plan-parts.ts';

const MINUTE_MS = 60_000;

/** Words of the plan in the interface's language. */
export interface PlanWords extends PlanItemWords {
  /** A measure's name, its type where it has none. */
  readonly named: (measure: PlanMeasure) => string;
  readonly duty: (plan: Plan, ref: OccurrenceRef) => string;
  readonly need: (plan: Plan, ref: OccurrenceRef) => string;
  /** One time of a measure or a need, by name and period: what a dialog is about. */
  readonly occurrence: (plan: Plan, ref: OccurrenceRef) => string;
  /** Its period alone; null where the window does not hold it. */
  readonly when: (plan: Plan, ref: OccurrenceRef) => string | null;
  /** Day of a wall-clock text: `ma. 29. juni`. */
  readonly day: (local: string) => string;
  readonly reasons: (plan: Plan, reasons: readonly CoverageReason[]) => string;
  readonly conflict: (plan: Plan, conflict: Conflict) => string;
  /** Rule, reading and estimate behind a conflict; empty where there is none. */
  readonly basis: (conflict: Conflict) => string;
  readonly work: (plan: Plan, item: WorkItem) => string;
  /** Minutes as hours, however many: hours of people are no days. */
  readonly hours: (minutes: number) => string;
  /** A matter in one line, and what stands under it. */
  readonly matter: (plan: Plan, matter: Matter) => { readonly title: string; readonly sub: string };
  /** `ma. 30. mars 02:00–07:00` */
  readonly period: (fromAt: number, toAt: number | null) => string;
}

export function usePlanWords(): PlanWords {
  const { t, i18n } = useTranslation('plan');
  const time = useTimeWords();
  const isEnglish = i18n.language === 'en';
  return useMemo(() => {
    const minutes = (count: number) => time.length(count * MINUTE_MS);
    const hours = (count: number) => time.hours(count * MINUTE_MS);
    const type = (name: string) => t(`kinds:option.type.${name}`, { defaultValue: name });
    const measure = (one: Pick<PlanMeasure, 'title' | 'titleEn'>) =>
      isEnglish && one.titleEn ? one.titleEn : one.title;
    const named = (one: PlanMeasure) => measure(one) || type(one.type);
    const duty = (plan: Plan, ref: OccurrenceRef) => {
      const found = plan.measures.get(ref.id);
      return found ? [found.code, named(found)].filter(Boolean).join(' ') : '';
    };
    const need = (plan: Plan, ref: OccurrenceRef) => plan.needs.get(ref.id)?.label ?? '';
    const post = (name: string | null) =>
      name === null ? t('someone') : t(`kinds:option.post.${name}`, { defaultValue: name });
    const officers = (plan: Plan, ids: readonly string[]) =>
      ids
        .map((id) => plan.officerNames.get(id) ?? '')
        .filter(Boolean)
        .join(', ') || t('someone');
    const period = (fromAt: number, toAt: number | null) => {
      const start = `${time.dayName(fromAt)} ${time.clock(fromAt)}`;
      if (toAt === null) return `${start} – ${t('timeline:open')}`;
      const isSameDay = time.date(fromAt) === time.date(toAt) || toAt - fromAt < 86_400_000;
      return isSameDay ? `${start}–${time.clock(toAt)}` : `${start} – ${time.dayName(toAt)} ${time.clock(toAt)}`;
    };
    const when = (plan: Plan, ref: OccurrenceRef) => {
      const slot = plan.duties.get(keyOf(ref)) ?? plan.needSlots.get(keyOf(ref));
      return slot ? period(slot.fromAt, slot.toAt) : null;
    };
    const occurrence = (plan: Plan, ref: OccurrenceRef) =>
      [duty(plan, ref) || need(plan, ref), when(plan, ref)].filter(Boolean).join(', ');
    const reasons = (plan: Plan, list: readonly CoverageReason[]) => {
      const words = list.map(({ code, qualificationId }) => {
        const name = plan.view.qualifications.find(({ id }) => id === qualificationId)?.label ?? '';
        return t(`reason.${code}`, { name });
      });
      return [...new Set(words)].join(', ');
    };
    const conflict = (plan: Plan, one: Conflict) => {
      const metres = (count: number) => t('metres', { metres: count });
      const name = subjectOf(plan, one) ?? t('someone');
      const { key, values } = conflictSentence(one, name, metres, isEnglish ? 'en' : 'nb');
      return t(`conflict.${key}`, values);
    };
    const basis = (one: Conflict) => {
      const source = one.source && [one.source.cite, one.source.ruleSet, one.source.reading && t('reading')];
      const meet = one.type === 'must_not_meet' && t('conflict.meetLimit', { limit: minutes(MEET_MARGIN_MINUTES) });
      const estimate = one.estimate && t(`estimate.${one.estimate}`, { speed: TRAVEL.kilometresPerHour });
      return [...(source ?? []), meet, estimate].filter(Boolean).join(' · ');
    };
    const work = (plan: Plan, item: WorkItem) =>
      t(`work.${item.type}`, {
        name: officers(plan, item.officerIds),
        length: time.length(item.toAt - item.fromAt),
        post: post(postOf(plan, item)),
        asked: askedIn(plan, item),
        qualification: plan.view.qualifications.find(({ id }) => id === item.recordId)?.label ?? '',
      });
    const date = dateWords(t, time);
    return {
      level(one) {
        if (one.level === 'patrol' && one.responseMinutes !== null) {
          return t('level.patrolWithin', { minutes: one.responseMinutes });
        }
        return t(`level.${one.level}`, { count: one.headcount ?? 1 });
      },
      measureType: type,
      measure,
      named,
      whereabouts: (state) => t(`kinds:option.state.${state}`, { defaultValue: state }),
      whereaboutsLane: (name) => t('whereOf', { name }),
      alarm: (unit) => unit,
      alarmLane: (unit) => unit ?? t('alarmLane'),
      activation: ({ activatedAt, outcome, closedAt }) =>
        [
          t('activated', { at: time.stamp(activatedAt) }),
          outcome && t(`kinds:option.outcome.${outcome}`).toLowerCase(),
          closedAt === null && t('notClosed'),
        ]
          .filter(Boolean)
          .join(', '),
      alarmEnds: t('alarmEnds'),
      date,
      datesLane: t('dates:lane'),
      length: time.length,
      nobody: t('nobody'),
      personHours: ({ needed, planned, confirmed }) =>
        t('gesture:hours.line', { needed: hours(needed), planned: hours(planned), confirmed: hours(confirmed) }),
      hours,
      rows: (grouping) => t(`gesture:rows.${grouping}`),
      others: t('gesture:rows.others'),
      otherCase: (number) => t('gesture:rows.otherCase', { number }),
      crewOnly: t('gesture:rows.crewOnly'),
      leg(plan, leg) {
        const ends = endsOf(
          plan,
          plan.view.legs.find(({ id }) => id === leg.id),
        );
        return t('planning:legs.line', {
          depart: time.clock(leg.departAt),
          arrive: time.clock(leg.arriveAt),
          from: ends.from || t('planning:legs.unknown'),
          to: ends.to || t('planning:legs.unknown'),
        });
      },
      openPost: (name) => t('planning:crew.open', { post: post(name) }),
      noDecision: t('planning:matters.noDecision'),
      reviewLane: t('planning:review.lane'),
      review: (what) => t('planning:review.label', { what }),
      relievedBy: (at, name) => t('relievedBy', { at: time.clock(at), name: name || t('about.unknownPerson') }),
      relieves: (at, name) => t('relieves', { at: time.clock(at), name: name || t('about.unknownPerson') }),
      duty,
      need,
      occurrence,
      when,
      day: (local) => time.localDay(local),
      reasons,
      conflict,
      basis,
      work,
      period,
      matter(plan, matter) {
        const when = period(matter.fromAt, matter.toAt);
        // Nights of one series have one name.
        const names = (refs: readonly OccurrenceRef[]) => [...new Set(refs.map((ref) => duty(plan, ref)))].join(' / ');
        if (matter.conflict) {
          const about = names(matter.conflict.duties);
          return { title: conflict(plan, matter.conflict), sub: [when, about].filter(Boolean).join(' · ') };
        }
        if (matter.raised) return date(plan, matter.raised);
        if (matter.work) {
          const about = names(matter.work.duties);
          return { title: work(plan, matter.work), sub: [when, about].filter(Boolean).join(' · ') };
        }
        const label = matter.need ? need(plan, matter.need) : '';
        return { title: when, sub: [label, reasons(plan, matter.reasons)].filter(Boolean).join(' · ') };
      },
    };
  }, [t, time, isEnglish]);
}

/** How many the measure of an item asks for. */
function askedIn(plan: Plan, { duties: [ref] }: WorkItem): number {
  const duty = ref && plan.duties.get(keyOf(ref));
  return duty ? askedOf(duty) : 0;
}

/** The post that an item about an open one names. */
function postOf(plan: Plan, { duties, recordId }: WorkItem): string | null {
  const [ref] = duties;
  const duty = ref && plan.duties.get(keyOf(ref));
  return duty?.openPosts.find(({ id }) => id === recordId)?.post ?? null;
}

function subjectOf({ officerNames, vehicleNames, placeNames }: Plan, { subjectId }: Conflict): string | undefined {
  return officerNames.get(subjectId) ?? vehicleNames.get(subjectId) ?? placeNames.get(subjectId);
}
