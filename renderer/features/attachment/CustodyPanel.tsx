import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyLine } from '#contract/attachment.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { CustodyDialog } from './CustodyDialog.tsx';

interface Props {
  id: RecordId;
  caseId: RecordId;
  canWrite: boolean;
  /** Asks why a step is struck. */
  strike: (id: RecordId, onClose: () => void) => ReactNode;
}

/** The chain of custody: who had it, when, and what was done. Steps are added, never changed. */
export function CustodyPanel({ id, caseId, canWrite, strike }: Props) {
  const { t } = useTranslation('attachment');
  const chain = useRoute('attachment.custody', { id });
  const [isAdding, setAdding] = useState(false);
  return (
    <InspectorPart title={t('custody.title')}>
      <ErrorNotice error={chain.error} />
      <ol className="attachment-chain">
        {chain.data?.map((step) => (
          <Step key={step.id} step={step} canWrite={canWrite} strike={strike} />
        ))}
      </ol>
      {canWrite && (
        <div>
          <Button size="sm" icon="plus" onClick={() => setAdding(true)}>
            {t('custody.add')}
          </Button>
        </div>
      )}
      {isAdding && <CustodyDialog id={id} caseId={caseId} onClose={() => setAdding(false)} />}
    </InspectorPart>
  );
}

function Step({ step, canWrite, strike }: { step: CustodyLine } & Pick<Props, 'canWrite' | 'strike'>) {
  const { t } = useTranslation(['attachment', 'kinds', 'record']);
  const time = useTimeWords();
  const [isStriking, setStriking] = useState(false);
  const { person, toWhom } = step;
  const who = person && toWhom ? t('custody.fromTo', { person, toWhom }) : (person ?? toWhom);
  const words = (
    <>
      <strong>{t(`kinds:option.step.${step.step}`)}</strong> {who}
      {step.note && <span className="attachment-chain-note">{step.note}</span>}
    </>
  );
  return (
    <li>
      <time dateTime={new Date(step.at).toISOString()}>{time.stamp(step.at)}</time>
      <div>
        <span>
          {step.struckAt === null ? words : <s>{words}</s>}
          {step.struckReason && <span className="attachment-chain-note">{step.struckReason}</span>}
        </span>
        <span className="attachment-chain-note">
          {t('custody.entered', { at: time.stamp(step.createdAt), by: step.createdBy })}
        </span>
        {canWrite && step.struckAt === null && (
          <Button
            size="sm"
            variant="quiet"
            icon="strike"
            aria-label={t('custody.strike', { step: t(`kinds:option.step.${step.step}`), at: time.stamp(step.at) })}
            onClick={() => setStriking(true)}
          >
            {t('record:strike')}
          </Button>
        )}
        {isStriking && strike(step.id, () => setStriking(false))}
      </div>
    </li>
  );
}
