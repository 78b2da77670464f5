import type { TFunction } from 'i18next';
import type { PlanRaised } from '#contract/plan-view.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { When } from '#model/when.ts';
import type { TimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';

/** A date and what it asks for in words: in one line, and what stands under it. `t` must know the namespace `dates`. */
export function dateWords(t: TFunction, time: TimeWords) {
  const when = whenWords(time);
  const names = (plan: Plan, { personIds }: PlanRaised) =>
    personIds
      .map((id) => plan.personNames.get(id) ?? '')
      .filter(Boolean)
      .join(', ');
  return (plan: Plan, raised: PlanRaised): { readonly title: string; readonly sub: string } => {
    const what = whatOf(t, raised);
    const dated = `${what}, ${when(raised.date)}`;
    const about = { what, names: names(plan, raised) };
    switch (raised.state) {
      case 'moved': {
        const from = when(raised.movedFrom ?? raised.date);
        return { title: t('dates:moved', { from, to: when(raised.date) }), sub: t('dates:about', about) };
      }
      case 'ended': {
        const why = t(`dates:gone.${raised.gone ?? 'struck'}`);
        return { title: t('dates:ended', { what, why }), sub: t('dates:endedAbout', about) };
      }
      case 'missing':
      case 'met': {
        const ms = raised.missing.reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt), 0);
        return { title: dated, sub: t('dates:missing', { ...about, length: time.length(ms) }) };
      }
      case 'suggested':
        return { title: dated, sub: t('dates:suggested', about) };
    }
  };
}

/** Why a need is planned, as it is written down: what happens, and what the contingency says. When is told by its times. */
export function dateReason(t: TFunction, raised: PlanRaised): string {
  if (raised.reason === null || raised.state === 'missing') return raised.text ?? whatOf(t, raised);
  const what = `${whatOf(t, raised)}.`;
  return raised.text ? `${what}\n${raised.text}` : what;
}

function whatOf(t: TFunction, { reason, type, text }: PlanRaised): string {
  if (reason !== null) return t(`dates:reason.${reason}`);
  return firstLine(text ?? '') || t(`kinds:option.type.${type}`);
}

/** `fr. 3. april 00:00`, and of what is less exact what is known. */
function whenWords(time: TimeWords): (date: When) => string {
  return (date) =>
    date.precision === 'minute' && !date.qualifier
      ? `${time.dayName(date.fromAt)} ${time.clock(date.fromAt)}`
      : time.when(date);
}
