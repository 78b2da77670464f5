import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOfLocal, localLength } from '#model/time.ts';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { CrewChoice } from './CrewChoice.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { newChange } from './plan-change.ts';
import { RuleFields } from './RepeatDialog.tsx';
import { isRule, type RuleDraft, ruleOf } from './rules.ts';
import { TypedVerdict } from './TypedVerdict.tsx';

const TYPES = ['guarding', 'transport', 'patrol', 'shielding', 'other'] as const;
type MeasureType = (typeof TYPES)[number];

/** Chosen for all that a case protects: they are together, or the crew is not with any of them. */
const ALL = 'all';

/** A measure as it is made. */
interface NewMeasure {
  readonly type: MeasureType;
  readonly text: string | null;
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly recurrence: string | null;
  readonly needId: string | null;
  /** null is everybody the case protects. */
  readonly personId: string | null;
  readonly officerIds: readonly string[];
}

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'new' }>;
  isBusy: boolean;
  onClose: () => void;
  onCreate: (measure: NewMeasure) => void;
}

/** A new measure: type, what, from, to and crew; the need it covers and whether it recurs may be said at once. */
export function NewMeasureDialog({ plan, pending, isBusy, onClose, onCreate }: Props) {
  const { t } = useTranslation('plan');
  const zone = useZone();
  const [type, setType] = useState<MeasureType>(TYPES.find((one) => one === pending.measureType) ?? 'guarding');
  const [text, setText] = useState(pending.text);
  const [startLocal, setStart] = useState<string | null>(pending.startLocal);
  const [endLocal, setEnd] = useState<string | null>(pending.endLocal);
  const [needId, setNeed] = useState<string | null>(pending.needId);
  const whom = plan.view.persons.filter(({ role }) => role === 'protected' || role === 'child');
  const [who, setWho] = useState<string | null>(() => firstOf(whom));
  const [rule, setRule] = useState<RuleDraft>({ choice: 'none', until: null, text: '' });
  const [officerIds, setOfficers] = useState<readonly string[]>(pending.officerIds);
  const isWrong = startLocal !== null && endLocal !== null && localLength(startLocal, endLocal, zone) <= 0;
  const fromAt = startLocal === null ? null : instantOfLocal(startLocal, zone);
  const toAt = endLocal === null ? null : instantOfLocal(endLocal, zone);
  const { caseId } = usePlanDesk();
  const needs = plan.view.needs.filter(({ status }) => status === 'active');
  // A need says for whom; without one, it is asked where there are several.
  const isWhoAsked = whom.length > 1 && !needs.some(({ id, personId }) => id === needId && personId !== null);
  const personId = isWhoAsked && who !== ALL ? who : null;
  const change = useMemo(() => {
    if (startLocal === null || isWrong || !isRule(rule) || (rule.choice !== 'none' && endLocal === null)) return null;
    const recurrence = ruleOf(rule, startLocal);
    return newChange(plan, caseId, { type, startLocal, endLocal, zone, recurrence, needId, personId, officerIds });
  }, [plan, caseId, type, startLocal, endLocal, isWrong, zone, rule, needId, personId, officerIds]);
  const create = () => {
    if (startLocal === null) return;
    onCreate({
      type,
      text: text.trim() || null,
      startLocal,
      endLocal,
      recurrence: ruleOf(rule, startLocal),
      needId,
      personId,
      officerIds,
    });
  };
  return (
    <Dialog
      open
      title={t('edit.newTitle')}
      subtitle={t('edit.newLead')}
      width={560}
      busy={isBusy}
      onClose={onClose}
      onConfirm={create}
      confirmLabel={t('edit.create')}
      lacks={[isWhoAsked && who === null && t('edit.who')]}
      confirmDisabled={startLocal === null || isWrong || (rule.choice !== 'none' && endLocal === null) || !isRule(rule)}
    >
      <div className="vb-plan-pair">
        <SelectField
          label={t('edit.type')}
          value={type}
          options={TYPES.map((value) => ({ value, label: t(`kinds:option.type.${value}`) }))}
          onChange={(value) => value && setType(value)}
        />
        <TextField label={t('edit.text')} value={text} onChange={setText} data-autofocus maxLength={2_000} />
      </div>
      <div className="vb-plan-pair">
        <LocalTimeField label={t('edit.from')} value={startLocal} onCommit={setStart} />
        <LocalTimeField
          label={t('edit.to')}
          value={endLocal}
          onCommit={setEnd}
          {...(isWrong ? { error: t('edit.endBeforeStart') } : {})}
        />
      </div>
      <CrewChoice
        plan={plan}
        label={t('edit.crew')}
        period={fromAt !== null && toAt !== null && toAt > fromAt ? { fromAt, toAt } : null}
        chosen={officerIds}
        onChange={setOfficers}
      />
      {needs.length > 0 && (
        <SelectField
          label={t('edit.need')}
          value={needId}
          empty={t('edit.noNeed')}
          options={needs.map((need) => ({ value: need.id as string, label: need.label }))}
          onChange={setNeed}
        />
      )}
      {isWhoAsked && (
        <SelectField
          label={t('edit.who')}
          value={who}
          options={[
            ...whom.map(({ id, name }) => ({ value: id as string, label: name })),
            { value: ALL, label: t('edit.whoAll') },
          ]}
          onChange={setWho}
        />
      )}
      <RuleFields draft={rule} onChange={setRule} />
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}

/** The one protected person there is; children and several are chosen. */
function firstOf(whom: Plan['view']['persons']): string | null {
  const grown = whom.filter(({ role }) => role === 'protected');
  return grown.length === 1 ? (grown[0]?.id ?? null) : null;
}
