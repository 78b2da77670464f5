import { useTranslation } from 'react-i18next';
import { restAround } from '#model/plan/rest-around.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import type { Period } from '#model/plan/types.ts';
import { officerStints } from '#model/plan/work.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';
import './plan.css';

interface Props {
  plan: Plan;
  label: string;
  /** Time they would work; null is not known yet. */
  period: Period | null;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Who is on it: everyone on the roster, with the rest each would have. Rest warns and does not block. */
export function CrewChoice({ plan, label, period, chosen, onChange }: Props) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const stints = officerStints(plan.index.plan.duties, plan.index.plan.toAt);
  const noteOf = (id: string) => {
    if (!period) return '';
    const around = restAround(stints.get(id) ?? [], period);
    if (around.isBusy) return t('conflict.double_officer', { name: '', length: '' }).replace(/^: /, '').trim();
    const least = Math.min(around.before ?? Number.POSITIVE_INFINITY, around.after ?? Number.POSITIVE_INFINITY);
    if (least >= REST_RULES.daily.minutes) return '';
    return t('about.noRest', { length: time.length(least * 60_000) });
  };
  return (
    <fieldset className="vb-plan-crew">
      <legend className="vb-plan-legend vb-plan-shown">{label}</legend>
      <div className="vb-plan-crew-list">
        {plan.view.officers.length === 0 && <p className="vb-muted">{t('nobody')}</p>}
        {plan.view.officers.map(({ id, name, callSign }) => {
          const note = noteOf(id);
          return (
            <CheckField
              key={id}
              checked={chosen.includes(id)}
              onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
              label={
                <>
                  {name}
                  {callSign && <span className="vb-muted"> {callSign}</span>}
                  {note && <span className="vb-plan-warn"> {note}</span>}
                </>
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}
