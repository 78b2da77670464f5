import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { CustodyDialog } from './CustodyDialog.tsx';

interface Noted {
  readonly originalName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly modifiedAt: number | null;
}

interface Props {
  id: RecordId;
  caseId: RecordId;
  canWrite: boolean;
}

/** What was noted of the file at intake, and a check that it is still the same to the last byte. */
export function AttachmentFacts({ id, caseId, canWrite }: Props) {
  const { t, i18n } = useTranslation(['attachment', 'kinds']);
  const client = useClient();
  const time = useTimeWords();
  const record = useRoute('record.get', { id }).data;
  const check = useMutation({ mutationFn: () => client.invoke('attachment.check', { id }) });
  const me = useRoute('session.get', {}).data?.person.name ?? '';
  const [isEntering, setEntering] = useState(false);
  // While another record is selected by its id alone.
  if (record?.kind !== 'attachment') return null;
  const { originalName, mediaType, sizeBytes, sha256, modifiedAt } = record.values as unknown as Noted;
  const state = check.data?.state;
  return (
    <InspectorPart title={t('facts')}>
      <dl className="attachment-facts">
        <dt>{t('kinds:field.originalName')}</dt>
        <dd className="attachment-name">{originalName}</dd>
        <dt>{t('kinds:field.mediaType')}</dt>
        <dd>{mediaType}</dd>
        <dt>{t('kinds:field.sizeBytes')}</dt>
        <dd>
          {formatBytes(sizeBytes, i18n.language)} <span className="vb-muted">{t('bytes', { count: sizeBytes })}</span>
        </dd>
        <dt>{t('takenIn')}</dt>
        <dd>{t('by', { at: time.stamp(record.createdAt), person: record.createdBy })}</dd>
        {modifiedAt !== null && (
          <>
            <dt>{t('kinds:field.modifiedAt')}</dt>
            <dd>{time.stamp(modifiedAt)}</dd>
          </>
        )}
        <dt>{t('kinds:field.sha256')}</dt>
        <dd className="vb-mono attachment-hash">{sha256.replace(/(.{8})(?=.)/g, '$1 ')}</dd>
      </dl>
      <div>
        <Button size="sm" icon="seal" disabled={check.isPending} onClick={() => check.mutate()}>
          {t(check.isPending ? 'check.busy' : 'check.run')}
        </Button>
      </div>
      {state && (
        <Notice tone={state === 'whole' ? 'ok' : 'problem'} title={t(`check.${state}`)}>
          {state !== 'whole' && t('check.todo')}
        </Notice>
      )}
      {state && canWrite && (
        <div>
          <Button size="sm" icon="plus" onClick={() => setEntering(true)}>
            {t('check.enter')}
          </Button>
        </div>
      )}
      {state && isEntering && (
        <CustodyDialog
          id={id}
          caseId={caseId}
          begun={{ step: 'checked', person: me, note: t(`check.${state}`) }}
          onClose={() => setEntering(false)}
        />
      )}
      <ErrorNotice error={check.error} />
    </InspectorPart>
  );
}
