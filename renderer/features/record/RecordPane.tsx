import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { Inspector, InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { problemsOf } from './problems.ts';
import { RecordFields } from './RecordFields.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';
import { toneOf } from './tone.ts';
import './record-form.css';

interface Props {
  kind: Kind;
  caseId: RecordId | null;
  /** The record; null while it is only begun. */
  record: ShownRecord | null;
  values: Readonly<Record<string, unknown>>;
  /** Names of the fields a begun record lacks. */
  missing?: readonly string[];
  /** Why the last change was refused. */
  error: unknown;
  onCommit: (name: string, value: unknown) => unknown;
  onClose: () => void;
  /** What the page is for, over the fields, once it is kept. */
  lead?: ReactNode;
  /** More about the record, under its fields, once it is kept. */
  children?: ReactNode;
}

/** One record beside its page, begun or kept: the same fields stand in the same place when it is kept. */
export function RecordPane(props: Props) {
  const { kind, caseId, record, values, missing = [], error, onCommit, onClose, lead, children } = props;
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const time = useTimeWords();
  const problems = problemsOf(error);
  const lacks = missing.map((name) => words.field(name)).join(', ');
  const title = record ? words.title(record) : t('new', { kind: words.kind(kind).toLowerCase() });
  const subtitle = record ? words.kind(kind) : lacks && t('missing', { fields: lacks });
  return (
    <Inspector
      title={title}
      // A record without words of its own is called by its kind: once is enough.
      subtitle={subtitle && subtitle !== title ? subtitle : null}
      badge={<KindBadge kind={kind} {...(record ? { tone: toneOf(record) } : {})} size="lg" />}
      onClose={onClose}
      foot={record ? t('changed', { at: time.stamp(record.changedAt), by: record.changedBy }) : t('notKept')}
    >
      {record && record.struckAt !== null && <Struck record={record} />}
      {error !== null && error !== undefined && problems.size === 0 && (
        <InspectorPart>
          <ErrorNotice error={error} />
        </InspectorPart>
      )}
      {record && lead}
      <RecordFields
        kind={kind}
        caseId={caseId}
        values={values}
        record={record}
        problems={problems}
        onCommit={onCommit}
      />
      {record && children}
      {record && record.struckAt === null && <Strike record={record} />}
    </Inspector>
  );
}

function Struck({ record }: { record: ShownRecord }) {
  const { t } = useTranslation('record');
  const time = useTimeWords();
  const words = useRecordWords();
  const restore = useAction('record.restore');
  const takeBack = () => restore.mutate({ id: record.id });
  useCommands([
    { id: 'record.restore', label: t('restore'), icon: 'undo', group: words.kind(record.kind), run: takeBack },
  ]);
  const by = { at: time.stamp(record.struckAt ?? 0), by: record.struckBy, reason: record.struckReason };
  return (
    <InspectorPart>
      <p className="vb-struck-note">{t('struckNote', by)}</p>
      <Button onClick={takeBack}>{t('restore')}</Button>
      <ErrorNotice error={restore.error} />
    </InspectorPart>
  );
}

function Strike({ record }: { record: ShownRecord }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const [striking, setStriking] = useState(false);
  useCommands([
    {
      id: 'record.strike',
      label: t('strikeCommand'),
      icon: 'strike',
      group: words.kind(record.kind),
      run: () => setStriking(true),
    },
  ]);
  return (
    <InspectorPart>
      <Button variant="quiet" icon="strike" onClick={() => setStriking(true)}>
        {t('strike')}
      </Button>
      {striking && <StrikeDialog record={record} onClose={() => setStriking(false)} />}
    </InspectorPart>
  );
}
