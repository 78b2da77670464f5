import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { KINDS, type Values } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { clockNow } from '#renderer/ui/clock.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';

const REACHED = KINDS.notification_attempt.fields.reached.options;

/** Whom somebody must reach: open until she has confirmed it herself. Nothing while nothing is open. */
export function NoticesPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('orders');
  const list = useRoute('record.list', { kinds: ['notification', 'notification_attempt'], caseId, order: 'time' });
  const update = useAction('record.update');
  const [trying, setTrying] = useState<RecordId | null>(null);
  const records = list.data?.records ?? [];
  const open = records.filter(({ kind, values }) => kind === 'notification' && values.confirmedByHerAt === null);
  if (open.length === 0) return null;
  return (
    <Panel icon="bell" title={t('notices.title')} count={t('notices.sub')} flush className="vb-notices">
      <ErrorNotice error={list.error ?? update.error} />
      <ul>
        {open.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            attempts={records.filter(({ values }) => values.notificationId === notice.id)}
            onTry={() => setTrying(notice.id)}
            onConfirm={() => update.mutate({ id: notice.id, patch: { confirmedByHerAt: clockNow() } })}
          />
        ))}
      </ul>
      {trying && <AttemptDialog caseId={caseId} notificationId={trying} onClose={() => setTrying(null)} />}
    </Panel>
  );
}

interface RowProps {
  notice: ShownRecord;
  attempts: readonly ShownRecord[];
  onTry: () => void;
  onConfirm: () => void;
}

function NoticeRow({ notice, attempts, onTry, onConfirm }: RowProps) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const time = useTimeWords();
  const { about, openedAt, personId } = notice.values as Values<'notification'>;
  const person = useRoute('record.briefs', { ids: personId ? [personId] : [] });
  const last = attempts.at(-1)?.values as Values<'notification_attempt'> | undefined;
  return (
    <li>
      <Urgency state="over">{words.option('about', about)}</Urgency>
      <span>
        <strong>{person.data?.[0]?.title}</strong> {t('notices.since', { at: time.stamp(openedAt) })}
        <span className="vb-muted">
          {' · '}
          {last
            ? t('notices.last', { at: time.stamp(last.attemptAt), reached: words.option('reached', last.reached) })
            : t('notices.none')}
        </span>
      </span>
      <span className="vb-grow" />
      <Button size="sm" onClick={onTry}>
        {t('notices.attempt')}
      </Button>
      <Button size="sm" icon="check" onClick={onConfirm}>
        {t('notices.confirm')}
      </Button>
    </li>
  );
}

interface AttemptProps {
  caseId: RecordId;
  notificationId: RecordId;
  onClose: () => void;
}

function AttemptDialog({ caseId, notificationId, onClose }: AttemptProps) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const create = useAction('record.create');
  const [reached, setReached] = useState<string | null>('no_answer');
  const [byWhom, setBy] = useState('');
  const [note, setNote] = useState('');
  const confirm = () => {
    const attemptAt = Math.floor(clockNow() / 60_000) * 60_000;
    const values = { notificationId, attemptAt, reached, byWhom: byWhom || null, note: note || null };
    create.mutate({ kind: 'notification_attempt', caseId, values }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('notices.attemptTitle')}
      subtitle={t('notices.attemptText')}
      onClose={onClose}
      onConfirm={confirm}
      confirmDisabled={reached === null}
      busy={create.isPending}
    >
      <ErrorNotice error={create.error} />
      <SelectField
        label={words.field('reached')}
        value={reached}
        options={REACHED.map((value) => ({ value, label: words.option('reached', value) }))}
        onChange={setReached}
      />
      <TextField label={words.field('byWhom')} value={byWhom} maxLength={120} data-autofocus onChange={setBy} />
      <TextField label={words.field('note')} value={note} maxLength={300} onChange={setNote} />
    </Dialog>
  );
}
