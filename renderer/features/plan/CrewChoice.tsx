import { useTranslation } from 'react-i18next';
import type { Period } from '#model/plan/types.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { useAvailability } from './use-availability.ts';
import './plan.css';

interface Props {
  plan: Plan;
  label: string;
  /** Time they would work; null is not known yet. */
  period: Period | null;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/**
 * Who is on it: everyone on the roster, with what speaks against each. Whom the lead has taken out cannot be chosen; rest
 * and the roster warn.
 */
export function CrewChoice({ plan, label, period, chosen, onChange }: Props) {
  const { t } = useTranslation('plan');
  const { caseId } = usePlanDesk();
  const availability = useAvailability(plan, caseId);
  return (
    <fieldset className="vb-plan-crew">
      <legend className="vb-plan-legend vb-plan-shown">{label}</legend>
      <div className="vb-plan-crew-list">
        {plan.view.officers.length === 0 && <p className="vb-muted">{t('nobody')}</p>}
        {plan.view.officers.map(({ id, name, callSign }) => {
          const { note, isRefused } = availability('officer', id, period);
          return (
            <CheckField
              key={id}
              checked={chosen.includes(id)}
              disabled={isRefused && !chosen.includes(id)}
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
