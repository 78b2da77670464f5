import { useState } from 'react';
import type { FlagView } from '#contract/flag.ts';
import type { RecordId } from '#model/ids.ts';
import { startOfDay } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { useFlagWords } from './flag-words.ts';

/** Days after which a flag is looked at again unless somebody says otherwise. */
const LOOK_AGAIN_DAYS = 14;

/** Sets a flag aside, or says what was done: why, and when to look again. Nothing is put away for good. */
export function ReviewDialog({ caseId, flag, onClose }: { caseId: RecordId; flag: FlagView; onClose: () => void }) {
  const words = useFlagWords();
  const { t } = words;
  const zone = useZone();
  const [decision, setDecision] = useState<'acted_on' | 'set_aside'>('acted_on');
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState<When | null>(() => dayAhead(LOOK_AGAIN_DAYS, zone));
  const aside = useAction('flag.set_aside');
  const act = useAction('flag.act');
  const action = decision === 'acted_on' ? act : aside;
  const isAhead = again !== null && again.fromAt > clockNow();
  const confirm = () => {
    if (again) {
      action.mutate({ caseId, rule: flag.rule, reason, lookAgainAt: again.fromAt }, { onSuccess: onClose });
    }
  };
  return (
    <Dialog
      open
      title={words.name(flag)}
      subtitle={words.text(flag)}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t(`decision.${decision}`)}
      confirmDisabled={reason.trim() === '' || !isAhead}
      busy={action.isPending}
    >
      <div className="vb-flag-form">
        <p>{words.ask(flag)}</p>
        <Segmented
          label={t('decide')}
          value={decision}
          options={(['acted_on', 'set_aside'] as const).map((value) => ({ value, label: t(`decision.${value}`) }))}
          onChange={setDecision}
        />
        <TextArea
          label={t(`reason.${decision}`)}
          value={reason}
          onChange={setReason}
          maxLength={500}
          rows={3}
          data-autofocus
        />
        <DateTimeField
          label={t('lookAgain')}
          value={again}
          precisions={['minute', 'day']}
          onCommit={setAgain}
          {...(again !== null && !isAhead ? { error: t('notAhead') } : {})}
        />
        <p className="vb-muted">{t('comesBack')}</p>
      </div>
      <ErrorNotice error={action.error} />
    </Dialog>
  );
}

function dayAhead(days: number, zone: string): When {
  const now = clockNow();
  return { fromAt: startOfDay(now, zone, days), toAt: startOfDay(now, zone, days + 1), precision: 'day', zone };
}
