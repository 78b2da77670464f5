import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { useKeep, useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector, InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { lacksAnother } from './problems.ts';
import { RecordPane } from './RecordPane.tsx';

interface Props {
  id: RecordId;
  onClose: () => void;
  /** What the page is for, over the fields of the record. */
  lead?: ReactNode;
  /** More about the record, under its fields: what links to it. */
  children?: ReactNode;
}

/** Shows and edits one record of any kind; every field is kept when it is left. */
export function RecordInspector({ id, onClose, lead, children }: Props) {
  const { t } = useTranslation('record');
  const record = useRoute('record.get', { id });
  if (record.data) {
    return (
      <Kept key={record.data.id} record={record.data} onClose={onClose} lead={lead}>
        {children}
      </Kept>
    );
  }
  return (
    <Inspector title={t(record.error ? 'notThere' : 'loading')} onClose={onClose}>
      <InspectorPart>
        <ErrorNotice error={record.error} />
      </InspectorPart>
    </Inspector>
  );
}

function Kept({ record, onClose, lead, children }: Omit<Props, 'id'> & { record: ShownRecord }) {
  const { keep, error } = useKeep('record.update');
  // What was refused because another field must be filled in first waits for it: a status for its reason.
  const [waiting, setWaiting] = useState<Readonly<Record<string, unknown>>>({});
  const commit = async (name: string, value: unknown): Promise<boolean> => {
    const patch = { ...waiting, [name]: value };
    const isKept = await keep({ id: record.id, patch }, (error) => setWaiting(lacksAnother(error, patch) ? patch : {}));
    // What has come to wait meanwhile goes on waiting.
    if (isKept) setWaiting((now) => (now === waiting ? {} : now));
    return isKept;
  };
  return (
    <RecordPane
      kind={record.kind}
      caseId={record.caseId}
      record={record}
      values={{ ...record.values, ...waiting }}
      error={error}
      onCommit={commit}
      onClose={onClose}
      lead={lead}
    >
      {children}
    </RecordPane>
  );
}
