import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRaised } from '#contract/plan-view.ts';
import { PROTECTION_LEVELS, type ProtectionLevel } from '#model/kinds/need.ts';
import { plannedLocal } from '#model/time.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { dateReason, dateWords } from './date-words.ts';
import type { Plan } from './plan.ts';

/** A need as it is planned for a date. */
interface DateNeed {
  readonly personIds: readonly string[];
  readonly level: ProtectionLevel;
  readonly headcount: number;
  readonly fromLocal: string;
  readonly toLocal: string | null;
  readonly reason: string;
}

interface Props {
  plan: Plan;
  raised: PlanRaised;
  isBusy: boolean;
  onClose: () => void;
  onPlan: (need: DateNeed) => void;
}

/** Plans what a date asks for. Level, number and hours are the contingency's; without one nobody has said them yet. */
export function DateDialog({ plan, raised, isBusy, onClose, onPlan }: Props) {
  const { t } = useTranslation('dates');
  const words = useRecordWords();
  const time = useTimeWords();
  const zone = useZone();
  const [personIds, setPersons] = useState<readonly string[]>(raised.personIds);
  const [level, setLevel] = useState<ProtectionLevel | null>(raised.level);
  const [headcount, setHeadcount] = useState(String(raised.headcount ?? ''));
  const [fromLocal, setFrom] = useState<string | null>(plannedLocal(raised.fromAt, zone));
  const [toLocal, setTo] = useState<string | null>(raised.hasEnd ? plannedLocal(raised.toAt, zone) : null);
  const [reason, setReason] = useState(dateReason(t, raised));
  const { title } = dateWords(t, time)(plan, raised);
  const count = /^[1-9]\d{0,2}$/.test(headcount.trim()) ? Number(headcount) : null;
  const isWrong = fromLocal !== null && toLocal !== null && toLocal <= fromLocal;
  const whom = plan.view.persons.filter(({ role }) => role === 'protected' || role === 'child');
  const lacks = [
    personIds.length === 0 && t('dialog.who'),
    level === null && t('dialog.level'),
    count === null && t('dialog.headcount'),
    fromLocal === null && t('dialog.from'),
    reason.trim() === '' && t('dialog.reason'),
  ];
  const confirm = () => {
    if (level === null || count === null || fromLocal === null) return;
    onPlan({ personIds, level, headcount: count, fromLocal, toLocal, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={t('dialog.title')}
      subtitle={`${title}. ${t('dialog.lead')}`}
      width={560}
      busy={isBusy}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('plan')}
      lacks={lacks}
      confirmDisabled={isWrong}
    >
      {raised.level === null && <p className="vb-muted">{t('dialog.noPlan')}</p>}
      <fieldset className="vb-plan-crew">
        <legend className="vb-plan-legend vb-plan-shown">{t('dialog.who')}</legend>
        {whom.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={personIds.includes(id)}
            onChange={(on) => setPersons(on ? [...personIds, id] : personIds.filter((other) => other !== id))}
          />
        ))}
      </fieldset>
      <div className="vb-plan-pair">
        <SelectField
          label={t('dialog.level')}
          value={level}
          empty={t('dialog.choose')}
          options={PROTECTION_LEVELS.map((value) => ({ value, label: words.option('protectionLevel', value) }))}
          onChange={setLevel}
          data-autofocus
        />
        <TextField
          label={t('dialog.headcount')}
          value={headcount}
          onChange={setHeadcount}
          inputMode="numeric"
          maxLength={3}
          {...(headcount.trim() !== '' && count === null ? { error: t('dialog.number') } : {})}
        />
      </div>
      <div className="vb-plan-pair">
        <LocalTimeField label={t('dialog.from')} value={fromLocal} onCommit={setFrom} />
        <LocalTimeField
          label={t('dialog.to')}
          value={toLocal}
          onCommit={setTo}
          hint={t('dialog.toHint')}
          {...(isWrong ? { error: t('dialog.endBeforeStart') } : {})}
        />
      </div>
      <TextArea label={t('dialog.reason')} value={reason} onChange={setReason} maxLength={2_000} rows={3} />
    </Dialog>
  );
}
