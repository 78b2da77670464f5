import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { startVerdict } from '#model/plan/verdict.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { CrewPart } from './CrewPart.tsx';
import { DatesPart } from './DatesPart.tsx';
import { DutyMatters } from './DutyMatters.tsx';
import { usePlanDesk } from './desk.tsx';
import { HoursPart } from './HoursPart.tsx';
import { LegsPart } from './LegsPart.tsx';
import { OccurrencePart, OffPart } from './OccurrencePart.tsx';
import { PassesPart } from './PassesPart.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { ReliefPart } from './ReliefPart.tsx';
import { RequiredPart } from './RequiredPart.tsx';
import { StayPart } from './StayPart.tsx';
import { VehiclePart } from './VehiclePart.tsx';
import { bare } from './verdict.ts';
import { BesideWays, WaysPart } from './WaysPart.tsx';
import './plan.css';

/** What the plan knows of the record that is selected: its crew and their rest, its reliefs, what hangs on it. */
export function PlanAbout({ id }: { id: RecordId }) {
  const { plan, occurrence } = usePlanDesk();
  if (!plan) return null;
  const dates = <DatesPart plan={plan} recordId={id} />;
  if (plan.needs.has(id)) {
    return (
      <>
        {dates}
        <NeedOccurrence plan={plan} id={id} selected={occurrence} />
        <OffPart plan={plan} needId={id} />
        <WaysPart plan={plan} needId={id} />
        <RequiredPart plan={plan} ownerId={id} />
        <HoursPart plan={plan} needId={id} />
      </>
    );
  }
  const duty = dutyOf(plan, id, occurrence);
  if (!duty) {
    return (
      <>
        {dates}
        <StayPart plan={plan} id={id} />
      </>
    );
  }
  return (
    <>
      <OccurrencePart plan={plan} occurrence={{ id: duty.id, originalLocal: duty.originalLocal }} />
      <DutyMatters plan={plan} duty={duty} />
      <PassesPart plan={plan} duty={duty} />
      <LegsPart plan={plan} duty={duty} />
      <CrewPart plan={plan} duty={duty} />
      <ReliefPart plan={plan} duty={duty} />
      <BesideWays plan={plan} duty={duty} />
      <FallsAway plan={plan} duty={duty} />
      <VehiclePart plan={plan} duty={duty} />
      <RequiredPart plan={plan} ownerId={id} />
    </>
  );
}

/** The occurrence that is selected, else the first that is not over. */
function dutyOf(plan: Plan, id: RecordId, selected: OccurrenceRef | null): Duty | null {
  if (selected?.id === id) return plan.duties.get(keyOf(selected)) ?? null;
  const own = plan.index.plan.duties.filter((duty) => duty.id === id).sort((a, b) => a.fromAt - b.fromAt);
  return own.find(({ toAt }) => toAt === null || toAt > plan.index.plan.nowAt) ?? own.at(-1) ?? null;
}

/** The occurrence of a need that is selected, else the first that is not over. */
function NeedOccurrence({ plan, id, selected }: { plan: Plan; id: RecordId; selected: OccurrenceRef | null }) {
  const own = plan.view.occurrences.filter(({ seriesId }) => seriesId === id);
  const first = own.find(({ toAt }) => toAt === null || toAt > plan.index.plan.nowAt) ?? own.at(-1);
  const shown = selected?.id === id ? selected : first && { id, originalLocal: first.originalLocal };
  return shown ? <OccurrencePart plan={plan} occurrence={shown} /> : null;
}

/** What would not be covered any more, and which reliefs would have no other side. */
function FallsAway({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const time = useTimeWords();
  const verdict = startVerdict(plan.index, [duty])([]);
  const lines = verdict.needs.flatMap((change) => {
    const need = bare(words.need(plan, change.need));
    const gap = change.gapAfter - change.gapBefore;
    const thin = change.thinAfter - change.thinBefore;
    const told = [];
    if (gap > 0) told.push(t('about.fallsNeed', { need, length: time.length(gap * 60_000) }));
    if (thin > 0) told.push(t('about.fallsThin', { need, length: time.length(thin * 60_000) }));
    return told.map((line) => `${time.dayName(change.coverage[0]?.fromAt ?? duty.fromAt)}: ${line}`);
  });
  for (const { at } of verdict.handovers) lines.push(t('about.fallsHandover', { at: time.stampDay(at) }));
  return (
    <section className="vb-inspector-part">
      <h3>{t('about.fallsAway')}</h3>
      {lines.length === 0 ? <p className="vb-muted">{t('about.fallsNothing')}</p> : <Lines lines={lines} />}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="vb-plan-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
