import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleasedCase } from '#contract/orders.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

const CHANGES = ['released', 'escaped', 'leave'] as const;
type Change = (typeof CHANGES)[number];

/** He was released, has escaped or is on leave: when, who says so, on what conditions. Then what it brought about. */
export function ReleaseDialog({ personId, name, onClose }: { personId: RecordId; name: string; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const release = useAction('actor.release');
  const [change, setChange] = useState<Change | null>('released');
  const [at, setAt] = useState<number | null>(() => Math.floor(clockNow() / 60_000) * 60_000);
  const [source, setSource] = useState('');
  const [conditions, setConditions] = useState('');
  const [backAt, setBack] = useState<number | null>(null);
  const isWhole = change !== null && at !== null && source.trim() !== '';
  const confirm = () => {
    if (change === null || at === null || !isWhole) return;
    release.mutate({ personId, change, at, source, conditions: conditions || null, backAt });
  };
  if (release.data) {
    return (
      <Dialog open title={t('release.title')} subtitle={name} onClose={onClose}>
        <Done cases={release.data.cases} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={`${t('release.title')}: ${name}`}
      subtitle={t('release.text')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('release.confirm')}
      confirmDisabled={!isWhole}
      busy={release.isPending}
    >
      <ErrorNotice error={release.error} />
      <div className="vb-orders-two">
        <SelectField
          label={t('release.change')}
          value={change}
          options={CHANGES.map((value) => ({ value, label: words.option('change', value) }))}
          onChange={setChange}
        />
        <InstantField label={t('release.at')} value={at} onCommit={setAt} />
      </div>
      <TextField label={t('release.source')} value={source} maxLength={300} data-autofocus onChange={setSource} />
      <TextField label={t('release.conditions')} value={conditions} maxLength={2_000} onChange={setConditions} />
      {change === 'leave' && <InstantField label={t('release.back')} value={backAt} onCommit={setBack} />}
    </Dialog>
  );
}

function Done({ cases }: { cases: readonly ReleasedCase[] }) {
  const { t } = useTranslation('orders');
  return (
    <Notice tone="ok" title={t('release.done', { count: cases.length })}>
      <ul className="vb-release-done">
        {cases.map(({ caseId, name, notificationIds, needIds, copies }) => (
          <li key={caseId}>
            {t('release.case', { name, notices: notificationIds.length, needs: needIds.length })}
            {copies.length > 0 && (
              <p>
                {t('release.copies', {
                  copies: copies.map(({ profile, copy }) => t('release.copy', { profile, copy })).join(', '),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{t('release.sent')}</p>
    </Notice>
  );
}
