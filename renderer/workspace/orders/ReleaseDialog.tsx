import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleasedCase } from '#contract/orders.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

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
      lacks={[
        change === null && t('release.change'),
        at === null && t('release.at'),
        !source.trim() && t('release.source'),
      ]}
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

/** What it brought about in each case, and what somebody must see to now. */
function Done({ cases }: { cases: readonly ReleasedCase[] }) {
  const { t } = useTranslation(['orders', 'release']);
  return (
    <Notice tone="ok" title={t('release.done', { count: cases.length })}>
      <ul className="vb-release-done">
        {cases.map((one) => (
          <li key={one.caseId}>
            <strong>
              {t('release.case', { name: one.name, notices: one.notificationIds.length, needs: one.needIds.length })}
            </strong>
            <CaseTodo released={one} />
          </li>
        ))}
      </ul>
      <p>{t('release.sent')}</p>
    </Notice>
  );
}

function CaseTodo({
  released: { copies, noContingency, contingencies, alarms, officers },
}: {
  released: ReleasedCase;
}) {
  const { t } = useTranslation(['release', 'briefing']);
  const words = useRecordWords();
  const time = useTimeWords();
  return (
    <ul>
      <li>{t('assess')}</li>
      {noContingency && <li>{t('noContingency')}</li>}
      {contingencies.map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be worded alike, and they never change places
        <li key={index}>{t('contingency', { title })}</li>
      ))}
      {alarms.map(({ id, unit, triedAt }) => (
        <li key={id}>{triedAt === null ? t('alarmNever', { unit }) : t('alarm', { unit, at: time.stamp(triedAt) })}</li>
      ))}
      {copies.map(({ copy, profile, at, person }) => (
        <li key={copy}>
          {t('copy', { profile: t(`briefing:view.profiles.${profile}`), copy, person, at: time.stamp(at) })}
        </li>
      ))}
      {officers.map(({ name, duty, phone }) => (
        <li key={`${duty}${name}`}>
          {t('tell', { duty: words.option('duty', duty), who: [name, phone].filter(Boolean).join(', ') })}
        </li>
      ))}
    </ul>
  );
}
