import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import { CHAIN_STEPS, type ChainStep } from '#model/chain/steps.ts';
import { KINDS } from '#model/kinds.ts';
import { type When, whenAtMinute } from '#model/when.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { CustodyFields, WhichArrest } from './CustodyFields.tsx';
import { useCustodyAnswers } from './custody-answers.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { useStepWords } from './step-words.ts';

const SOURCES = KINDS.response_step.fields.readFrom.options;
type Source = 'alarm_log' | 'operations_log' | 'arrest_journal' | 'patrol_report' | 'court_book' | 'told' | 'other';

interface Props {
  view: BreachView;
  step: ChainStep;
  onClose: () => void;
}

/** One reading of one step. Entered again from another source, it stands beside the first. */
export function StepDialog({ view, step: given, onClose }: Props) {
  const { t } = useTranslation(['orders', 'custody']);
  const words = useRecordWords();
  const stepWord = useStepWords();
  const zone = useZone();
  const record = useAction('chain.record');
  const [step, setStep] = useState<ChainStep | null>(given);
  const [at, setAt] = useState<When | null>(() => whenAtMinute(Math.floor(clockNow() / 60_000) * 60_000, zone));
  const [who, setWho] = useState('');
  const [text, setText] = useState('');
  const [log, setLog] = useState('');
  const [readFrom, setFrom] = useState<Source | null>(null);
  const answers = useCustodyAnswers(view, step, at);
  const { actor, asksActor, asksWhich, which, takesIn, isHeld, untilAt } = answers;
  const isSame = asksWhich && which !== null && which !== 'new';
  const lacks = [
    step === null && t('stepWhat'),
    asksWhich && which === null && t('custody:which'),
    !isSame && at === null && t('stepAt'),
    asksActor && actor === null && t('custody:whom'),
  ];
  // That he comes out opens what must follow: one command for every case of his.
  if (step === 'release' && actor?.isHeld) {
    return <ReleaseDialog personId={actor.id} name={actor.name} onClose={onClose} />;
  }
  const confirm = () => {
    const told = isSame ? (view.sameArrests.find(({ id }) => id === which)?.at ?? null) : at;
    if (step === null || told === null) return;
    const more = { who: who || null, text: text || null, logNumber: log || null, readFrom };
    const custody = {
      personId: actor?.id ?? null,
      isHeld,
      untilAt: takesIn === 'remand_decided' ? untilAt : null,
      sameArrestId: isSame ? which : null,
      extendsId: takesIn === 'remand_decided' ? (view.remand?.id ?? null) : null,
    };
    record.mutate({ breachId: view.breach.id, step, at: told, ...more, ...custody }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('stepTitle')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('register_step')}
      lacks={lacks}
      busy={record.isPending}
    >
      <ErrorNotice error={record.error} />
      <SelectField
        label={t('stepWhat')}
        value={step}
        options={CHAIN_STEPS.map((value) => ({ value, label: stepWord(value) ?? value }))}
        onChange={setStep}
      />
      <WhichArrest view={view} answers={answers} />
      {!isSame && (
        <>
          <div className="vb-orders-two">
            <DateTimeField label={t('stepAt')} value={at} onCommit={setAt} />
            <TextField label={t('stepWho')} value={who} maxLength={200} data-autofocus onChange={setWho} />
            <SelectField
              label={t('stepFrom')}
              value={readFrom}
              options={SOURCES.map((value) => ({ value: value as Source, label: words.option('readFrom', value) }))}
              empty={words.unknown}
              onChange={setFrom}
            />
            <TextField label={t('stepLog')} value={log} maxLength={40} onChange={setLog} />
          </div>
          <CustodyFields view={view} answers={answers} at={at} />
          <TextField label={t('stepText')} value={text} maxLength={2_000} onChange={setText} />
        </>
      )}
    </Dialog>
  );
}
