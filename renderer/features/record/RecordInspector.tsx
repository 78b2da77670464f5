import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '#contract/envelope.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { Inspector, InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { toneOf } from './RecordList.tsx';
import { WithheldField } from './WithheldField.tsx';
import { useRecordWords } from './words.ts';

interface Props {
  id: RecordId;
  onClose: () => void;
  /** More about the record, under its fields: what links to it. */
  children?: ReactNode;
}

/** Shows and edits one record of any kind; every field is kept when it is left. */
export function RecordInspector({ id, onClose, children }: Props) {
  const record = useRoute('record.get', { id });
  if (record.error) {
    return (
      <Inspector title="" onClose={onClose}>
        <InspectorPart>
          <ErrorNotice error={record.error} />
        </InspectorPart>
      </Inspector>
    );
  }
  return record.data ? (
    <Loaded key={record.data.id} record={record.data} onClose={onClose}>
      {children}
    </Loaded>
  ) : (
    <Inspector title="" onClose={onClose}>
      {null}
    </Inspector>
  );
}

function Loaded({ record, onClose, children }: { record: ShownRecord; onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const time = useTimeWords();
  const update = useAction('record.update');
  const restore = useAction('record.restore');
  const [striking, setStriking] = useState(false);
  const problems = problemsOf(update.error);
  const commit = (name: string, value: unknown) => update.mutate({ id: record.id, patch: { [name]: value } });
  const struck = record.struckAt !== null;

  return (
    <Inspector
      title={words.title(record)}
      subtitle={words.kind(record.kind)}
      badge={<KindBadge kind={record.kind} tone={toneOf(record)} size="lg" />}
      onClose={onClose}
      foot={t('changed', { at: time.stamp(record.changedAt), by: record.changedBy })}
    >
      {struck && (
        <InspectorPart>
          <p className="vb-struck-note">
            {t('struckNote', {
              at: time.stamp(record.struckAt ?? 0),
              by: record.struckBy,
              reason: record.struckReason,
            })}
          </p>
          <Button onClick={() => restore.mutate({ id: record.id })}>{t('restore')}</Button>
        </InspectorPart>
      )}
      <InspectorPart>
        {update.error && problems.size === 0 && <ErrorNotice error={update.error} />}
        {fieldsOf(record.kind)
          .filter(([, field]) => !field.hidden)
          .map(([name, field]) =>
            record.withheld.includes(name) ? (
              <WithheldField key={name} record={record} name={name} onCommit={(value) => commit(name, value)} />
            ) : (
              <FieldEditor
                key={name}
                name={name}
                field={field}
                value={record.values[name]}
                caseId={record.caseId}
                error={problems.has(name) ? words.problem(problems.get(name) ?? '') : null}
                onCommit={(value) => commit(name, value)}
              />
            ),
          )}
      </InspectorPart>
      {children}
      {!struck && (
        <InspectorPart>
          <Button variant="quiet" icon="strike" onClick={() => setStriking(true)}>
            {t('strike')}
          </Button>
        </InspectorPart>
      )}
      {striking && <StrikeDialog record={record} onClose={() => setStriking(false)} />}
    </Inspector>
  );
}

function StrikeDialog({ record, onClose }: { record: ShownRecord; onClose: () => void }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const strike = useAction('record.strike');
  const [reason, setReason] = useState('');
  const confirm = () => strike.mutate({ id: record.id, reason }, { onSuccess: onClose });
  return (
    <Dialog
      open
      title={t('strikeTitle')}
      subtitle={words.title(record)}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('strike')}
      confirmDisabled={reason.trim() === ''}
      busy={strike.isPending}
    >
      <p>{t('strikeText')}</p>
      <TextField label={t('strikeReason')} value={reason} onChange={setReason} maxLength={500} data-autofocus />
      <ErrorNotice error={strike.error} />
    </Dialog>
  );
}

/** Which fields an answer refused, by name, with the code of why. */
export function problemsOf(error: unknown): Map<string, string> {
  if (!(error instanceof CallError) || error.code !== 'INVALID_VALUES' || !Array.isArray(error.data)) return new Map();
  return new Map(error.data.map((one: { field: string; code: string }) => [one.field, one.code]));
}
