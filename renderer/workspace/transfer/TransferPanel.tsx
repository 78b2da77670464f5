import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferMatter, TransferShown } from '#contract/transfer.ts';
import { stepAt, TRANSFER_STEPS, type TransferStep } from '#model/transfer/state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { MattersTable } from './MattersTable.tsx';
import { OwnerDialog } from './OwnerDialog.tsx';
import { type AnyStep, StepDialog } from './StepDialog.tsx';
import { BY, useTransferWords } from './transfer-words.ts';

/** One transfer: who is responsible now, each step with who and when, what contradicts, and who there owns what. */
export function TransferPanel({ transfer, nowAt }: { transfer: TransferShown; nowAt: number }) {
  const { t } = useTranslation('transfer');
  const words = useTransferWords();
  const time = useTimeWords();
  const [step, setStep] = useState<AnyStep | null>(null);
  const [owner, setOwner] = useState<TransferMatter | 'new' | null>(null);
  const { values, stage, waitsSinceAt, contradictions, matters } = transfer;
  const isOver = stage === 'taken_over' || stage === 'withdrawn';
  return (
    <>
      <Panel
        icon="swap"
        title={t('to', { district: [values.toDistrict, values.toUnit].filter(Boolean).join(', ') })}
        count={words.stage(transfer)}
        actions={
          !isOver && (
            <Button size="sm" variant="quiet" onClick={() => setStep('withdrawn')}>
              {t('withdraw')}
            </Button>
          )
        }
      >
        <p className="vb-transfer-responsible">
          <Icon name="person" /> <strong>{words.responsible(transfer)}</strong>
          {waitsSinceAt !== null && (
            <Urgency state="soon">{t(`waits.${stage}`, { length: time.length(nowAt - waitsSinceAt) })}</Urgency>
          )}
        </p>
        <ol className="vb-transfer-steps" aria-label={t('steps')}>
          {TRANSFER_STEPS.map((one) => (
            <Step
              key={one}
              step={one}
              transfer={transfer}
              onTake={() => setStep(one)}
              canTake={stage !== 'withdrawn'}
            />
          ))}
        </ol>
        {contradictions.length > 0 && (
          <ul className="vb-transfer-wrong" aria-label={t('contradictions')}>
            {contradictions.map((one) => (
              <li key={words.contradiction(one)}>
                <Icon name="warn" size={14} /> {words.contradiction(one)}
              </li>
            ))}
          </ul>
        )}
        {stage === 'withdrawn' && values.withdrawnReason && <p>{t('why', { reason: values.withdrawnReason })}</p>}
        {stage === 'taken_over' && (
          <p className="vb-transfer-review">
            {values.deletionReviewedAt === null
              ? t('review.open')
              : t('review.done', {
                  at: time.stamp(values.deletionReviewedAt),
                  by: values.deletionReviewedBy ?? '',
                  outcome: values.deletionOutcome ?? '',
                })}
            {values.deletionReviewedAt === null && (
              <Button size="sm" onClick={() => setStep('deletion_reviewed')}>
                {t('review.tell')}
              </Button>
            )}
          </p>
        )}
      </Panel>
      {stage !== 'withdrawn' && (
        <Panel
          icon="list"
          title={t('mattersTitle')}
          count={<Count matters={matters} />}
          flush
          actions={
            <Button size="sm" icon="plus" onClick={() => setOwner('new')}>
              {t('addMatter')}
            </Button>
          }
        >
          <MattersTable matters={matters} nowAt={nowAt} onAssign={setOwner} />
        </Panel>
      )}
      {step && <StepDialog transfer={transfer} step={step} onClose={() => setStep(null)} />}
      {owner && (
        <OwnerDialog transferId={transfer.id} matter={owner === 'new' ? null : owner} onClose={() => setOwner(null)} />
      )}
    </>
  );
}

function Count({ matters }: { matters: readonly TransferMatter[] }) {
  const { t } = useTranslation('transfer');
  const owned = matters.filter(({ owner }) => owner?.newOwner).length;
  const kept = matters.filter(({ owner }) => owner?.notHandedOver).length;
  const open = matters.filter(({ owner, isOpen }) => isOpen && !owner?.newOwner && !owner?.notHandedOver).length;
  return (
    <>
      {t('count', { owned, kept, total: matters.length })}{' '}
      {open > 0 && (
        <>
          · <strong>{t('countOpen', { count: open })}</strong>
        </>
      )}
    </>
  );
}

interface StepProps {
  step: TransferStep;
  transfer: TransferShown;
  canTake: boolean;
  onTake: () => void;
}

function Step({ step, transfer, canTake, onTake }: StepProps) {
  const { t } = useTranslation('transfer');
  const words = useTransferWords();
  const time = useTimeWords();
  const { values } = transfer;
  const at = stepAt(values, step);
  const next = TRANSFER_STEPS.find((one) => stepAt(values, one) === null);
  return (
    <li data-taken={at !== null}>
      <Icon name={at === null ? 'clock' : 'check-c'} />
      <span className="vb-transfer-step">{words.step(step)}</span>
      <span>
        {at === null ? (
          <span className="vb-muted">{t('notTaken')}</span>
        ) : (
          [time.stampDay(at), values[BY[step]]].filter(Boolean).join(' · ')
        )}
        {step === 'read_back' && values.readBackText && <q>{values.readBackText}</q>}
      </span>
      {canTake && (
        <Button
          size="sm"
          variant={step === next ? 'primary' : at === null ? 'plain' : 'quiet'}
          aria-label={t(at === null ? 'takeStep' : 'correctStep', { step: words.step(step).toLowerCase() })}
          onClick={onTake}
        >
          {t(at === null ? 'take' : 'correct')}
        </Button>
      )}
    </li>
  );
}
