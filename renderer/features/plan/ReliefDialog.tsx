import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { reliefsUntil } from '#model/plan/relief-reach.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { localTimes, type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { RadioField } from './RadioField.tsx';
import { receiversOf } from './relief.ts';

const SCOPES = ['this', 'following'] as const;

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'relieve' }>;
  isBusy: boolean;
  onClose: () => void;
  onRelieve: (relief: InputOf<'plan.relieve'>) => void;
}

/** Which measure that is there takes over from another, by whom, from whom and when; or the same of a relief that stands. */
export function ReliefDialog({ plan, pending, isBusy, onClose, onRelieve }: Props) {
  const { t } = useTranslation('relief');
  const words = usePlanWords();
  const { ref, handoverId } = pending;
  const known = plan.index.plan.handovers.find(({ id }) => id === handoverId);
  const from = plan.duties.get(keyOf(ref));
  const receivers = from ? receiversOf(plan, from, known?.to ?? null) : [];
  const [toKey, setTo] = useState<string | null>(known ? keyOf(known.to) : receivers[0] ? keyOf(receivers[0]) : null);
  const to = receivers.find((one) => keyOf(one) === toKey) ?? null;
  const [giverId, setGiver] = useState<string | null>(known?.giverId ?? null);
  const [receiverId, setReceiver] = useState<string | null>(known?.receiverId ?? null);
  const zone = plan.measures.get(ref.id)?.series.zone;
  const [typedAt, setAt] = useState<string | null>(known ? pending.atLocal : null);
  const [text, setText] = useState(plan.view.handovers.find(({ id }) => id === handoverId)?.text ?? '');
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('this');
  if (!from || !zone) return null;
  const atLocal = typedAt ?? (to && (localTimes(plan, to)?.startLocal ?? null));
  const isSeries = handoverId === null && to !== null && recurs(plan, ref) && recurs(plan, to);
  const choose = (key: string | null) => {
    setTo(key);
    setReceiver(null);
    setAt(null);
  };
  const relieve = () => {
    if (!to) return;
    onRelieve({
      handoverId: handoverId as RecordId | null,
      from: named(ref),
      to: named(to),
      scope: isSeries ? scope : 'this',
      giverId: giverId as RecordId | null,
      receiverId: receiverId as RecordId | null,
      atLocal: typedAt,
      text: text.trim() || null,
    });
  };
  return (
    <Dialog
      open
      title={t(handoverId === null ? 'title' : 'editTitle')}
      subtitle={words.occurrence(plan, ref)}
      busy={isBusy}
      onClose={onClose}
      onConfirm={relieve}
      confirmLabel={t(handoverId === null ? 'confirm' : 'save')}
      confirmDisabled={to === null}
    >
      {receivers.length === 0 ? (
        <p className="vb-muted">{t('nobody')}</p>
      ) : (
        <>
          <SelectField
            label={t('to')}
            value={toKey}
            options={receivers.map((one) => ({
              value: keyOf(one),
              label: `${words.duty(plan, one)}, ${words.period(one.fromAt, one.toAt)}`,
            }))}
            onChange={choose}
            data-autofocus
          />
          <div className="vb-plan-pair">
            <SelectField
              label={t('giver')}
              value={giverId}
              empty={t('responsible')}
              options={crewOf(plan, from)}
              onChange={setGiver}
            />
            <SelectField
              label={t('receiver')}
              value={receiverId}
              empty={t('responsible')}
              options={to ? crewOf(plan, to) : []}
              onChange={setReceiver}
            />
          </div>
          <div className="vb-plan-pair">
            <LocalTimeField label={t('at')} value={atLocal} onCommit={setAt} />
            <TextField label={t('text')} value={text} onChange={setText} maxLength={2_000} />
          </div>
          {isSeries && (
            <RadioField
              label={t('scopeLead')}
              isShown
              value={scope}
              options={SCOPES.map((value) => ({
                value,
                label: t(`scope.${value}`, { until: words.day(reliefsUntil(ref.originalLocal)) }),
              }))}
              onChange={setScope}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function crewOf(plan: Plan, duty: Duty): { readonly value: string; readonly label: string }[] {
  return duty.crew.flatMap(({ officerId }) => {
    const name = officerId === null ? undefined : plan.officerNames.get(officerId);
    return officerId === null || name === undefined ? [] : [{ value: officerId, label: name }];
  });
}

function named({ id, originalLocal }: OccurrenceRef) {
  return { id: id as RecordId, originalLocal };
}
