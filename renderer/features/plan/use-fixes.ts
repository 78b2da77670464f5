import { useTranslation } from 'react-i18next';
import { type Conflict, keyOf, type WorkItem } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import { localTimes, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

/** One way to mend what does not hold: it asks, or opens what must be changed. */
export interface Fix {
  readonly id: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short?: string;
  readonly run: () => void;
}

/** Ways to mend a conflict or a piece of work, the nearest first; what has begun and what another case owns offers none. */
export function useFixes(): (plan: Plan, about: Conflict | WorkItem) => Fix[] {
  const { t } = useTranslation('planning');
  const time = useTimeWords();
  const words = usePlanWords();
  const { ask, jumpTo, caseId } = usePlanDesk();

  /** Gives one end of a duty another time. */
  const change = (plan: Plan, ref: OccurrenceRef | null, edge: 'start' | 'end', at: number | null) => {
    const times = ref && localTimes(plan, ref);
    const duty = ref && plan.duties.get(keyOf(ref));
    if (!times || !duty || at === null || duty.caseId !== caseId) return null;
    const { nowAt } = plan.index.plan;
    const isFrozen = edge === 'start' ? duty.fromAt <= nowAt : duty.toAt !== null && duty.toAt <= nowAt;
    const isWithin = edge === 'start' ? duty.toAt === null || at < duty.toAt : at > duty.fromAt;
    if (isFrozen || !isWithin || at < nowAt) return null;
    const local = plannedLocal(at, times.zone);
    const moved = edge === 'start' ? { ...times, startLocal: local } : { ...times, endLocal: local };
    const { startLocal, endLocal } = moved;
    const moves = [{ ...ref, startLocal, endLocal }];
    return () => ask({ type: 'change', moves, hasSeries: recurs(plan, ref), clocks: new Map() });
  };
  const other = (plan: Plan, ref: OccurrenceRef | null, subject: 'officer' | 'vehicle', subjectId: string) => {
    const duty = ref && plan.duties.get(keyOf(ref));
    const isOver = duty?.toAt !== null && (duty?.toAt ?? 0) <= plan.index.plan.nowAt;
    if (!duty || duty.caseId !== caseId || isOver) return null;
    const row =
      subject === 'officer'
        ? duty.crew.find(({ officerId }) => officerId === subjectId)
        : duty.vehicles.find(({ vehicleId }) => vehicleId === subjectId);
    return row ? () => ask({ type: 'other', ref, subject, id: row.id }) : null;
  };

  const tell = (ref: OccurrenceRef, what: 'on_post' | 'relieved' | 'taken_over', id: string | null): Fix | null =>
    id === null ? null : { id: what, label: t(`fix.${what}`), run: () => ask({ type: 'tell', ref, what, id }) };

  const ofConflict = (plan: Plan, conflict: Conflict): (Fix | null)[] =>
    conflict.fixes.map(({ type, duty, at }, index): Fix | null => {
      const as = (label: string, run: (() => void) | null) => (run ? { id: `${type}:${index}`, label, run } : null);
      const isMeeting = conflict.type === 'must_not_meet' && duty !== null;
      const isLeg = conflict.type === 'leg_time' || conflict.type === 'near_avoided' || isMeeting;
      // A leg that is too short, or passes too near, is mended in the legs.
      if (isLeg) return as(t('fix.other_route'), duty && (() => ask({ type: 'legs', ref: duty })));
      const what = duty ? words.duty(plan, duty) : '';
      switch (type) {
        case 'start_later':
        case 'end_earlier': {
          const run = change(plan, duty, type === 'start_later' ? 'start' : 'end', at);
          const clock = { at: time.clock(at ?? 0) };
          const fix = as(t(`fix.${type}`, { what, ...clock }), run);
          return fix && { ...fix, short: t(`fix.short.${type}`, clock) };
        }
        case 'other_officer':
        case 'other_vehicle': {
          const subject = type === 'other_officer' ? 'officer' : 'vehicle';
          return as(t(`fix.${type}`), other(plan, duty, subject, conflict.subjectId));
        }
        case 'other_route': {
          const [recordId] = conflict.recordIds;
          return as(t('fix.appearance'), recordId ? () => jumpTo.current(recordId) : null);
        }
        default:
          return as(t('fix.exception'), () => ask({ type: 'exception', conflict }));
      }
    });

  const ofWork = (plan: Plan, item: WorkItem): (Fix | null)[] => {
    const [ref, second] = item.duties;
    const as = (label: string, run: (() => void) | null) => (run ? { id: label, label, run } : null);
    const { recordId } = item;
    if (item.type === 'meeting_unchecked') {
      if (ref) return [as(t('fix.other_route'), () => ask({ type: 'legs', ref }))];
      return [as(t('fix.appearance'), recordId === null ? null : () => jumpTo.current(recordId))];
    }
    if (!ref) return [];
    switch (item.type) {
      case 'post_not_taken':
      case 'not_confirmed':
        return [tell(ref, 'on_post', recordId)];
      case 'end_not_confirmed':
        return [tell(ref, 'relieved', recordId)];
      case 'not_taken_over':
        return [tell(ref, 'taken_over', recordId)];
      case 'handover_hole':
        return [
          as(t('fix.extend', { at: time.clock(item.toAt) }), change(plan, ref, 'end', item.toAt)),
          as(
            t('fix.start_later', { what: second ? words.duty(plan, second) : '', at: time.clock(item.fromAt) }),
            change(plan, second ?? null, 'start', item.fromAt),
          ),
        ];
      case 'handover_overlap':
        return [as(t('fix.shorten', { at: time.clock(item.fromAt) }), change(plan, ref, 'end', item.fromAt))];
      case 'receiver_gone': {
        const times = localTimes(plan, ref);
        const asked = { type: 'relieve', ref, handoverId: recordId, atLocal: null } as const;
        return [as(t('relief:edit'), times && (() => ask(asked)))];
      }
      case 'outside_decision':
      case 'no_decision':
        return [as(t('fix.decision'), () => ask({ type: 'decision', id: ref.id }))];
      case 'covers_nothing':
        return [as(t('fix.times'), () => ask({ type: 'times', ref }))];
      case 'open_post':
        return [
          as(t('fix.fill'), recordId ? () => ask({ type: 'other', ref, subject: 'officer', id: recordId }) : null),
        ];
      case 'too_few':
        return [as(t('fix.add'), () => ask({ type: 'other', ref, subject: 'officer', id: null }))];
      case 'lacks_qualification':
        return [as(t('fix.show'), () => jumpTo.current(keyOf(ref)))];
      case 'review_due':
        return [as(t('fix.review'), () => jumpTo.current(ref.id))];
    }
  };

  return (plan, about) => {
    const all = 'fixes' in about ? ofConflict(plan, about) : ofWork(plan, about);
    // An exception is decided and done; every other way moves somebody's work.
    const isException = (fix: Fix | null) => fix?.id.startsWith('record_exception') === true;
    all.sort((a, b) => Number(isException(b)) - Number(isException(a)));
    const seen = new Set<string>();
    return all.filter((fix): fix is Fix => {
      if (!fix || seen.has(fix.label)) return false;
      seen.add(fix.label);
      return true;
    });
  };
}
