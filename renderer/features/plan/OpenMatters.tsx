import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '#model/plan/result.ts';
import { waysToClose } from '#model/plan/ways.ts';
import { plannedLocal } from '#model/time.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { usePlanDesk } from './desk.tsx';
import { dutyItemId, type Matter, undecidedOf } from './matters.ts';
import { localTimes, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { useDateAnswer } from './use-date-answer.ts';
import { type Fix, useFixes } from './use-fixes.ts';
import { bare } from './verdict.ts';
import './matters.css';

/** What is uncovered, understaffed or in conflict from now on: each with the way there, a way to mend it, and acceptance. */
export function OpenMatters() {
  const { t } = useTranslation('plan');
  const { plan, matters } = usePlanDesk();
  const [hasAccepted, setHasAccepted] = useState(false);
  if (!plan) return null;
  const open = matters.filter(({ accepted }) => accepted === null);
  const accepted = matters.length - open.length;
  const count = (about: Matter['about']) => open.filter((matter) => matter.about === about).length;
  const other = count('conflict') + count('work');
  const shown = hasAccepted ? matters : open;
  return (
    <section className="vb-matters" aria-label={t('matters.title')}>
      <header className="vb-matters-head">
        <h2>{t('matters.title')}</h2>
        <span className="vb-muted">
          {[
            t('matters.count', { gaps: count('gap'), thin: count('thin'), other }),
            count('date') > 0 && t('dates:count', { count: count('date') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {shown.length === 0 && (
        <p className="vb-matters-none">{t(plan.view.needs.length === 0 ? 'matters.noNeeds' : 'matters.none')}</p>
      )}
      <ul>
        {shown.map((matter) => (
          <MatterRow key={matter.key} plan={plan} matter={matter} />
        ))}
      </ul>
      <Undecided plan={plan} />
      {accepted > 0 && (
        <Button size="sm" variant="quiet" on={hasAccepted} onClick={() => setHasAccepted((on) => !on)}>
          {`${t('matters.showAccepted')} · ${t('matters.accepted', { count: accepted })}`}
        </Button>
      )}
    </section>
  );
}

/** Measures that rest on no decision, one row each however often they take place; folded, for it is no one's task tonight. */
function Undecided({ plan }: { plan: Plan }) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const { ask, jumpTo } = usePlanDesk();
  const rows = undecidedOf(plan);
  if (rows.length === 0) return null;
  return (
    <details className="vb-matters-undecided">
      <summary>{t('matters.undecided', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ measure, refs }) => (
          <li key={measure.id} className="vb-matter">
            <Urgency state="soon">!</Urgency>
            <button
              type="button"
              className="vb-matter-what"
              onClick={() => refs[0] && jumpTo.current(dutyItemId(refs[0]))}
            >
              <span className="vb-matter-title">{[measure.code, words.named(measure)].filter(Boolean).join(' ')}</span>
              <span className="vb-muted">{t('matters.times', { count: refs.length })}</span>
            </button>
            <span className="vb-matter-do">
              <Button
                size="sm"
                aria-label={`${t('fix.decision')}: ${words.named(measure)}`}
                onClick={() => ask({ type: 'decision', id: measure.id })}
              >
                {t('fix.decision')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function MatterRow({ plan, matter }: { plan: Plan; matter: Matter }) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const time = useTimeWords();
  const { itemId, jumpTo, ask } = usePlanDesk();
  const [fix, ...others] = useMatterFixes(plan, matter);
  const { title, sub } = words.matter(plan, matter);
  const length = time.length(matter.toAt - matter.fromAt);
  const lapsed = plan.lapsed.get(matter.key);
  return (
    <li className={matter.itemId === itemId ? 'vb-matter vb-selected' : 'vb-matter'}>
      <Urgency state={matter.accepted ? 'met' : matter.about === 'gap' ? 'over' : 'soon'}>
        {matter.about === 'gap' || matter.about === 'thin' ? length : '!'}
      </Urgency>
      <button type="button" className="vb-matter-what" onClick={() => jumpTo.current(matter.itemId)}>
        <span className="vb-matter-title">{title}</span>
        <span className="vb-muted">{sub}</span>
        {matter.conflict && <span className="vb-muted">{words.basis(matter.conflict)}</span>}
        {matter.accepted && <span>{t('matters.acceptedBy', { reason: matter.accepted.reason })}</span>}
        {lapsed && lapsed.untilAt !== null && (
          <span className="vb-plan-warn">
            {t('duty:lapsed', { until: time.stampDay(lapsed.untilAt), by: lapsed.by, reason: lapsed.reason })}
          </span>
        )}
      </button>
      {!matter.accepted && (
        <span className="vb-matter-do">
          {fix && (
            <Button size="sm" aria-label={`${fix.label}: ${title}`} onClick={fix.run}>
              {fix.short ?? fix.label}
            </Button>
          )}
          {others.length > 0 && (
            <Menu groups={[others]}>
              <IconButton icon="more" size="sm" label={t('planning:fix.more', { title })} />
            </Menu>
          )}
          <IconButton
            icon="check"
            size="sm"
            label={`${t(matter.raised ? 'dates:notNeeded' : 'matters.accept')}: ${title}`}
            onClick={() => ask({ type: 'accept', matter })}
          />
        </span>
      )}
    </li>
  );
}

/** Ways to mend a matter, the nearest first: of an uncovered need, to lengthen the neighbour or plan what is missing. */
function useMatterFixes(plan: Plan, matter: Matter): readonly Fix[] {
  const fixes = useFixes();
  const needFix = useNeedFix(plan, matter);
  const about = matter.conflict ?? matter.work;
  if (about) return fixes(plan, about);
  const crew = matter.crewless ? fixes(plan, matter.crewless) : [];
  return needFix ? [...crew, { id: 'need', ...needFix }] : crew;
}

/** The way to answer a date that asks for something, or to meet a need: lengthen the neighbour, or plan what is missing. */
function useNeedFix(plan: Plan, matter: Matter): { label: string; short?: string; run: () => void } | null {
  const { t } = useTranslation('plan');
  const zone = useZone();
  const { ask } = usePlanDesk();
  const need = matter.need && plan.needSlots.get(keyOf(matter.need));
  const answer = useDateAnswer();
  if (matter.raised) return answer(matter.raised);
  if (!need) return null;
  const local = (at: number) => plannedLocal(at, zone);
  const [neighbour] = matter.about === 'gap' ? waysToClose(plan.index, need, matter, []).lengthen : [];
  const times = neighbour && localTimes(plan, neighbour);
  if (neighbour && times) {
    const moves = [{ ...neighbour, startLocal: times.startLocal, endLocal: local(matter.toAt) }];
    const hasSeries = recurs(plan, neighbour);
    return { label: t('matters.lengthen'), run: () => ask({ type: 'change', moves, hasSeries, clocks: new Map() }) };
  }
  const needLabel = bare(plan.needs.get(need.id)?.label ?? '');
  return {
    label: t(matter.about === 'gap' ? 'matters.plan' : 'matters.find'),
    run: () =>
      ask({
        type: 'new',
        measureType: need.level === 'escort' ? 'transport' : 'guarding',
        text: needLabel,
        startLocal: local(matter.fromAt),
        endLocal: local(matter.toAt),
        needId: need.id,
        officerIds: [],
      }),
  };
}
