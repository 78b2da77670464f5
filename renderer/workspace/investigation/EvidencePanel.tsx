import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '../edit.ts';

/** Evidence by what is lost first; what is secured comes last. */
export function EvidencePanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('investigation');
  const words = useRecordWords();
  const edit = useEdit();
  const time = useTimeWords();
  const due = useDueWords();
  const now = useNow();
  const notify = useNotify();
  const update = useAction('record.update');
  const me = useRoute('session.get', {}).data?.person.name ?? null;
  const list = useRoute('record.list', { kinds: ['evidence'], caseId, order: 'entered', limit: 500 });
  const rows = (list.data?.records ?? [])
    .map(({ id, values }) => ({ id, values: values as Values<'evidence'> }))
    .sort((a, b) => lostAt(a.values) - lostAt(b.values));
  return (
    <Panel
      title={t('evidence')}
      icon="clip"
      count={rows.length}
      flush
      actions={
        <Button size="sm" icon="plus" onClick={() => edit.create('evidence')}>
          {t('newEvidence')}
        </Button>
      }
    >
      <ErrorNotice error={list.error} />
      {list.data && rows.length === 0 && <p className="vb-investigation-none">{t('noEvidence')}</p>}
      <ul className="vb-steps" aria-label={t('evidence')}>
        {rows.map(({ id, values }) => {
          const { securedAt, decaysAt } = values;
          return (
            <li key={id} className={securedAt === null ? 'vb-step' : 'vb-step vb-step-done'}>
              <div className="vb-grow">
                <button type="button" className="vb-row-link" onClick={() => edit.open(id)}>
                  {values.text}
                </button>
                <div className="vb-muted">
                  {[
                    values.type && words.option('type', values.type),
                    values.kept,
                    values.amount,
                    values.owner ?? t('noOwner'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <span className="vb-step-when">
                {securedAt !== null ? (
                  <Urgency state="met">{t('secured', { at: time.stamp(securedAt) })}</Urgency>
                ) : (
                  <>
                    {decaysAt !== null && (
                      <Urgency state={urgencyOf(decaysAt, now)}>{t('lost', { at: due.due(decaysAt) })}</Urgency>
                    )}
                    <Button
                      size="sm"
                      onClick={() =>
                        update.mutate({ id, patch: { securedAt: now, securedBy: me } }, { onError: notify.fail })
                      }
                    >
                      {t('secure')}
                    </Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function lostAt({ securedAt, decaysAt, dueAt }: Values<'evidence'>): number {
  return (securedAt === null ? 0 : 1e15) + (decaysAt ?? dueAt ?? 5e14);
}
