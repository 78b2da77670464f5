import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#contract/routes.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { draftsOf, type LegDraft, legsToSend, legsTyped, movedUp, nextDraft, problemOf, warningOf } from './legs.ts';
import { localTimes, type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { legsChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

type Sent = Pick<InputOf<'plan.set_legs'>, 'legs' | 'scope'>;

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'legs' }>;
  isBusy: boolean;
  onClose: () => void;
  onSave: (sent: Sent) => void;
}

/** The legs of a transport, all of them: added, put in order, changed and struck, and saved as one step. */
export function LegsDialog({ plan, pending, isBusy, onClose, onSave }: Props) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const duty = plan.duties.get(keyOf(pending.ref));
  const zone = localTimes(plan, pending.ref)?.zone ?? plan.index.plan.zone;
  const [drafts, setDrafts] = useState<readonly LegDraft[]>(() => {
    if (!duty) return [];
    const found = draftsOf(plan, duty, zone);
    return found.length > 0 ? found : [nextDraft([], duty, zone)];
  });
  const [scope, setScope] = useState<EditScope>('this');
  const legs = useMemo(() => legsToSend(drafts, zone), [drafts, zone]);
  const { ref } = pending;
  const would = useMemo(
    () => legs && legsChange(plan, ref, legsTyped(legs, zone), scope),
    [plan, ref, legs, zone, scope],
  );
  if (!duty) return null;
  const change = (key: string, patch: Partial<LegDraft>) =>
    setDrafts((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  return (
    <Dialog
      open
      title={t('legs.title')}
      subtitle={words.occurrence(plan, pending.ref)}
      width={640}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => legs && onSave({ legs, scope })}
      confirmLabel={t('legs.save')}
      confirmDisabled={legs === null}
      footer={
        <Button icon="plus" onClick={() => setDrafts([...drafts, nextDraft(drafts, duty, zone)])}>
          {t('legs.add')}
        </Button>
      }
    >
      {drafts.map((draft, index) => (
        <LegFields
          key={draft.key}
          plan={plan}
          duty={duty}
          zone={zone}
          drafts={drafts}
          index={index}
          onChange={(patch) => change(draft.key, patch)}
          onUp={() => setDrafts(movedUp(drafts, index))}
          onStrike={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      {recurs(plan, pending.ref) && <ScopeField plan={plan} refs={[pending.ref]} value={scope} onChange={setScope} />}
      <TypedVerdict plan={plan} change={would} />
    </Dialog>
  );
}

interface FieldsProps {
  plan: Plan;
  duty: Duty;
  zone: string;
  drafts: readonly LegDraft[];
  index: number;
  onChange: (patch: Partial<LegDraft>) => void;
  onUp: () => void;
  onStrike: () => void;
}

function LegFields({ plan, duty, zone, drafts, index, onChange, onUp, onStrike }: FieldsProps) {
  const { t } = useTranslation('planning');
  const draft = drafts[index];
  if (!draft) return null;
  const number = index + 1;
  const problem = problemOf(draft, zone);
  const warning = warningOf(drafts, index, duty, zone);
  const places = plan.view.places.map(({ id, label }) => ({ value: id as string, label }));
  const text = (field: 'fromText' | 'toText' | 'meetingPoint' | 'abortPoint', label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      maxLength={200}
    />
  );
  const place = (field: 'fromPlaceId' | 'toPlaceId', label: string) => (
    <SelectField
      label={label}
      value={draft[field]}
      empty={t('legs.otherPlace')}
      options={places}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  const moment = (field: 'departLocal' | 'arriveLocal', label: string, error?: string) => (
    <LocalTimeField
      label={label}
      value={draft[field]}
      zone={zone}
      disabled={draft.isDriven}
      first={index === 0 && field === 'departLocal'}
      onCommit={(value) => onChange({ [field]: value })}
      {...(error ? { error } : {})}
    />
  );
  return (
    <fieldset className="vb-plan-leg">
      <legend>{t('legs.number', { number })}</legend>
      <div className="vb-plan-pair">
        {moment('departLocal', t('legs.depart'))}
        {moment('arriveLocal', t('legs.arrive'), problem === 'endFirst' ? t('legs.endFirst') : undefined)}
        {place('fromPlaceId', t('legs.from'))}
        {place('toPlaceId', t('legs.to'))}
        {(draft.fromPlaceId === null || draft.toPlaceId === null) && (
          <>
            {draft.fromPlaceId === null ? text('fromText', t('legs.fromText')) : <span />}
            {draft.toPlaceId === null ? text('toText', t('legs.toText')) : <span />}
          </>
        )}
        {text('meetingPoint', t('legs.meeting'), t('legs.meetingHint'))}
        {text('abortPoint', t('legs.abort'))}
        <TextField
          label={t('legs.minutes')}
          value={draft.minutes}
          inputMode="numeric"
          maxLength={4}
          onChange={(minutes) => onChange({ minutes })}
          {...(problem === 'minutesWrong' ? { error: t('legs.minutesWrong') } : {})}
        />
      </div>
      <div className="vb-plan-leg-do">
        <span className={warning ? 'vb-plan-warn' : 'vb-muted'} aria-live="polite">
          {warning ? t(`legs.${warning}`) : draft.isDriven ? t('legs.driven') : ''}
        </span>
        {index > 0 && <IconButton icon="chev-u" size="sm" label={t('legs.up', { number })} onClick={onUp} />}
        {!draft.isDriven && (
          <IconButton icon="close" size="sm" label={t('legs.strike', { number })} onClick={onStrike} />
        )}
      </div>
    </fieldset>
  );
}
