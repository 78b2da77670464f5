import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useOpenRecord } from '../open-record.ts';
import { ExtendAlarmDialog } from './ExtendAlarmDialog.tsx';
import { grantOf } from './grant.ts';
import './alarm.css';

interface Props {
  caseId: RecordId;
  recordId: RecordId;
}

/** Under an alarm: until when it is granted, by which decisions, and the way to extend it. */
export function AlarmPart({ caseId, recordId }: Props) {
  const record = useRoute('record.get', { id: recordId });
  if (record.data?.kind !== 'alarm') return null;
  return <Grant caseId={caseId} alarmId={recordId} {...grantOf(record.data)} />;
}

type GrantProps = Pick<Props, 'caseId'> & { alarmId: RecordId } & ReturnType<typeof grantOf>;

function Grant({ caseId, alarmId, grantedUntilAt, isOut }: GrantProps) {
  const { t } = useTranslation('alarm');
  const words = useRecordWords();
  const time = useTimeWords();
  const openRecord = useOpenRecord(caseId);
  const [extending, setExtending] = useState(false);
  const found = useRoute('alarm.extensions', { id: alarmId });
  const role = useRoute('session.get', {}).data?.person.role;
  const extensions = found.data?.extensions ?? [];
  const [first] = extensions;
  const last = extensions.at(-1);
  const end = (at: number | null) => (at === null ? words.unknown : time.endStamp(at));
  return (
    <InspectorPart title={t('part')}>
      <ErrorNotice error={found.error} />
      <ol className="vb-alarm-grants">
        <li>
          {grantedUntilAt === null && !first
            ? t('noEnd')
            : t('until', { at: end(first ? first.fromAt : grantedUntilAt) })}
        </li>
        {extensions.map(({ id, untilAt, decidedAt, authority, form, reasons }) => (
          <li key={id}>
            <button type="button" className="vb-own-quote" onClick={() => openRecord(id, 'decision')}>
              {t('extended', { at: end(untilAt) })}
            </button>
            <span className="vb-muted">
              {[authority, form && words.option('form', form).toLowerCase(), decidedAt && time.stamp(decidedAt)]
                .filter(Boolean)
                .join(', ')}
            </span>
            {reasons && <span className="vb-muted">{reasons}</span>}
          </li>
        ))}
      </ol>
      {last && last.untilAt !== grantedUntilAt && <p>{t('differs', { at: end(grantedUntilAt) })}</p>}
      {isOut && role !== undefined && role !== 'reader' && (
        <Button size="sm" icon="plus" onClick={() => setExtending(true)}>
          {t('extend')}
        </Button>
      )}
      {extending && <ExtendAlarmDialog alarmId={alarmId} onClose={() => setExtending(false)} />}
    </InspectorPart>
  );
}
