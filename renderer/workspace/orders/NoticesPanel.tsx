import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { useEdit } from '../edit.ts';
import { AttemptDialog, ConfirmDialog } from './NoticeDialogs.tsx';

const KINDS_SHOWN: Kind[] = ['notification', 'notification_attempt'];

/**
 * Whom somebody must reach: open until she has confirmed it herself. What she confirmed stays below, folded; nothing while
 * there is neither.
 */
export function NoticesPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('orders');
  const list = useRoute('record.list', { kinds: KINDS_SHOWN, caseId, order: 'time_desc', limit: 500 });
  const [entering, setEntering] = useState<{ what: 'attempt' | 'confirm'; id: RecordId } | null>(null);
  // The newest come first: in a case with more than one answer holds, it is the oldest that are left out.
  const records = (list.data?.records ?? []).toReversed();
  const notices = records.filter(({ kind }) => kind === 'notification');
  const open = notices.filter(({ values }) => values.confirmedByHerAt === null);
  const confirmed = notices.filter(({ values }) => values.confirmedByHerAt !== null).reverse();
  if (notices.length === 0) return null;
  const attemptsOf = (id: RecordId) => records.filter(({ values }) => values.notificationId === id);
  const close = () => setEntering(null);
  return (
    <Panel
      icon="bell"
      title={t('notices.title')}
      count={open.length > 0 && t('notices.sub')}
      flush
      className="vb-notices"
    >
      <ErrorNotice error={list.error} />
      <ul>
        {open.map((notice) => (
          <li key={notice.id}>
            <Urgency state="over">
              <About notice={notice} />
            </Urgency>
            <Told notice={notice} attempts={attemptsOf(notice.id)} />
            <span className="vb-grow" />
            <Button size="sm" onClick={() => setEntering({ what: 'attempt', id: notice.id })}>
              {t('notices.attempt')}
            </Button>
            <Button size="sm" icon="check" onClick={() => setEntering({ what: 'confirm', id: notice.id })}>
              {t('notices.confirm')}
            </Button>
          </li>
        ))}
      </ul>
      {confirmed.length > 0 && (
        <details>
          <summary>{t('notices.confirmed', { count: confirmed.length })}</summary>
          <ul>
            {confirmed.map((notice) => (
              <li key={notice.id}>
                <About notice={notice} />
                <Told notice={notice} attempts={attemptsOf(notice.id)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {entering?.what === 'attempt' && <AttemptDialog caseId={caseId} notificationId={entering.id} onClose={close} />}
      {entering?.what === 'confirm' && <ConfirmDialog notificationId={entering.id} onClose={close} />}
    </Panel>
  );
}

function About({ notice }: { notice: ShownRecord }) {
  return useRecordWords().option('about', String(notice.values.about));
}

/** Who, since when, whether she confirmed it, and every attempt: each opens where it is corrected. */
function Told({ notice, attempts }: { notice: ShownRecord; attempts: readonly ShownRecord[] }) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const { openedAt, personId, confirmedByHerAt, confirmedHow } = notice.values as Values<'notification'>;
  const person = useRoute('record.briefs', { ids: personId ? [personId] : [] });
  return (
    <span className="vb-notice-told">
      <button type="button" className="vb-own-quote" onClick={() => edit.open(notice.id)}>
        <strong>{person.data?.[0]?.title ?? words.kind('notification')}</strong>{' '}
        {t('notices.since', { at: time.stamp(openedAt) })}
        {confirmedByHerAt !== null && ` · ${t('notices.confirmedAt', { at: time.stamp(confirmedByHerAt) })}`}
        {confirmedHow && `, ${confirmedHow}`}
      </button>
      {attempts.length === 0 && <span className="vb-muted">{t('notices.none')}</span>}
      {attempts.map((one) => {
        const { attemptAt, reached, byWhom, note } = one.values as Values<'notification_attempt'>;
        const told = [words.option('reached', reached), byWhom, note].filter(Boolean).join(', ');
        return (
          <button type="button" className="vb-own-quote vb-muted" key={one.id} onClick={() => edit.open(one.id)}>
            {t('notices.tried', { at: time.stamp(attemptAt), told })}
          </button>
        );
      })}
    </span>
  );
}
