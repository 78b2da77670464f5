import { useTranslation } from 'react-i18next';
import type { HeadcountHours } from '#model/plan/headcount-hours.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

/** Occurrences that are told one by one. */
const SHOWN = 7;

/** What a need asks of people and gets, in person-hours: night by night from the one that is selected, and in all. */
export function HoursPart({ plan, needId }: { plan: Plan; needId: string }) {
  const { t } = useTranslation('gesture');
  const { itemId } = usePlanDesk();
  const words = usePlanWords();
  const time = useTimeWords();
  const own = [...plan.hours.values()].filter(({ need }) => need.id === needId).sort((a, b) => a.fromAt - b.fromAt);
  if (own.length === 0) return null;
  const selected = own.findIndex(({ need }) => itemId?.startsWith(`cover:${need.id}@${need.originalLocal}:`));
  const coming = own.findIndex(({ toAt }) => toAt > plan.index.plan.nowAt);
  const from = Math.max(0, Math.min(selected >= 0 ? selected : coming >= 0 ? coming : own.length, own.length - SHOWN));
  const shown = own.slice(from, from + SHOWN);
  const cells = ({ needed, planned, confirmed }: Pick<HeadcountHours, 'needed' | 'planned' | 'confirmed'>) => (
    <>
      <td>{words.hours(needed)}</td>
      <td className={planned < needed ? 'vb-strong' : undefined}>{words.hours(planned)}</td>
      <td>{words.hours(confirmed)}</td>
    </>
  );
  return (
    <section className="vb-inspector-part">
      <h3>{t('hours.title')}</h3>
      <table className="vb-plan-hours">
        <thead>
          <tr>
            <th scope="col">{t('hours.when')}</th>
            <th scope="col">{t('hours.needed')}</th>
            <th scope="col">{t('hours.planned')}</th>
            <th scope="col">{t('hours.confirmed')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.need.originalLocal}>
              <th scope="row">{`${time.dayName(one.fromAt)} ${time.clock(one.fromAt)}`}</th>
              {cells(one)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('hours.sum', { count: shown.length })}</th>
            {cells(sumOf(shown))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function sumOf(all: readonly HeadcountHours[]) {
  const sum = { needed: 0, planned: 0, confirmed: 0 };
  for (const one of all) {
    sum.needed += one.needed;
    sum.planned += one.planned;
    sum.confirmed += one.confirmed;
  }
  return sum;
}
