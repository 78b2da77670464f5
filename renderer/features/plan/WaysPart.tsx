import { useTranslation } from 'react-i18next';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { waysToClose } from '#model/plan/ways.ts';
import { plannedLocal } from '#model/time.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { usePlanDesk } from './desk.tsx';
import type { Matter } from './matters.ts';
import { localTimes, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

/** Free officers that are offered at once; the rest stand in the dialog. */
const MOST_FREE = 6;

/** How the selected uncovered time of a need, or its next, could be closed. */
export function WaysPart({ plan, needId }: { plan: Plan; needId: string }) {
  const { matters, itemId } = usePlanDesk();
  const own = matters.filter((matter) => matter.need?.id === needId && matter.accepted === null);
  const matter = own.find((one) => one.itemId === itemId) ?? own[0];
  return matter ? <WaysOf plan={plan} matter={matter} /> : null;
}

/** How the uncovered time that begins where a duty ends, or ends where it begins, could be closed. */
export function BesideWays({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { matters } = usePlanDesk();
  const matter = matters.find((one) => one.about === 'gap' && one.accepted === null && isBeside(plan, one, duty));
  return matter ? <WaysOf plan={plan} matter={matter} /> : null;
}

function isBeside(plan: Plan, matter: Matter, duty: Duty): boolean {
  const need = matter.need && plan.needSlots.get(keyOf(matter.need));
  if (!need || (matter.fromAt !== duty.toAt && matter.toAt !== duty.fromAt)) return false;
  const { lengthen, startEarlier } = waysToClose(plan.index, need, matter, []);
  return [...lengthen, ...startEarlier].some((ref) => keyOf(ref) === keyOf(duty));
}

function WaysOf({ plan, matter }: { plan: Plan; matter: Matter }) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const { ask } = usePlanDesk();
  const { title, sub } = words.matter(plan, matter);
  return (
    <section className="vb-inspector-part">
      <h3>{t('about.ways')}</h3>
      <p>
        {title} <span className="vb-muted">{sub}</span>
      </p>
      <Ways plan={plan} matter={matter} />
      <p className="vb-plan-way">
        <Button size="sm" onClick={() => ask({ type: 'accept', matter })}>
          {t('about.acceptGap')}
        </Button>
        <span className="vb-muted">{t('about.acceptNote')}</span>
      </p>
    </section>
  );
}

function Ways({ plan, matter }: { plan: Plan; matter: Matter }) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const time = useTimeWords();
  const zone = useZone();
  const { ask } = usePlanDesk();
  const need = matter.need && plan.needSlots.get(keyOf(matter.need));
  if (!need) return null;
  const local = (at: number) => plannedLocal(at, zone);
  const ways = waysToClose(
    plan.index,
    need,
    matter,
    plan.view.officers.map(({ id }) => id),
  );
  const change = (ref: OccurrenceRef, at: number, edge: 'start' | 'end') => {
    const times = localTimes(plan, ref);
    if (!times) return;
    const startLocal = edge === 'start' ? local(at) : times.startLocal;
    const endLocal = edge === 'end' ? local(at) : times.endLocal;
    ask({ type: 'change', moves: [{ ...ref, startLocal, endLocal }], hasSeries: recurs(plan, ref), clocks: new Map() });
  };
  const planNew = (officerId: string) =>
    ask({
      type: 'new',
      measureType: need.level === 'escort' ? 'transport' : 'guarding',
      text: '',
      startLocal: local(matter.fromAt),
      endLocal: local(matter.toAt),
      needId: need.id,
      officerIds: [officerId],
    });
  return (
    <ul className="vb-plan-ways">
      {ways.lengthen.map((ref) => (
        <li key={keyOf(ref)}>
          <Button size="sm" onClick={() => change(ref, matter.toAt, 'end')}>
            {t('about.lengthen', { what: words.duty(plan, ref), at: time.clock(matter.toAt) })}
          </Button>
        </li>
      ))}
      {ways.startEarlier.map((ref) => (
        <li key={keyOf(ref)}>
          <Button size="sm" onClick={() => change(ref, matter.fromAt, 'start')}>
            {t('about.startEarlier', { what: words.duty(plan, ref), at: time.clock(matter.fromAt) })}
          </Button>
        </li>
      ))}
      {ways.free.slice(0, MOST_FREE).map((officer) => {
        const least = Math.min(officer.before ?? Number.POSITIVE_INFINITY, officer.after ?? Number.POSITIVE_INFINITY);
        const rest = officer.hasRest
          ? t('about.enoughRest')
          : t('about.noRest', { length: time.length(least * 60_000) });
        const notes = [rest, !officer.isQualified && t('about.notQualified')].filter(Boolean).join(', ');
        return (
          <li key={officer.officerId}>
            <Button size="sm" onClick={() => planNew(officer.officerId)}>
              {plan.officerNames.get(officer.officerId) ?? t('someone')}
            </Button>
            <span className={officer.hasRest ? 'vb-muted' : 'vb-plan-warn'}>{notes}</span>
          </li>
        );
      })}
    </ul>
  );
}
