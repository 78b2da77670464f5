import { type ReactNode, useMemo, useState } from 'react';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { BacklinksPanel } from '#renderer/features/note/BacklinksPanel.tsx';
import { NewRecord } from '#renderer/features/record/NewRecord.tsx';
import { RecordInspector } from '#renderer/features/record/RecordInspector.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { SplitPane } from '#renderer/ui/SplitPane.tsx';
import { type Edit, EditContext } from './edit.ts';
import { useOpenRecord } from './open-record.ts';

interface Props {
  caseId: RecordId;
  /** px; 320 beside a timeline. */
  width?: number;
  children: ReactNode;
}

interface Begun {
  readonly kind: Kind;
  readonly initial?: Readonly<Record<string, unknown>>;
}

/** A page with the inspector of the selected record, or of one that is being made, beside it. */
export function WithInspector({ caseId, width = 360, children }: Props) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const selectedId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const openRecord = useOpenRecord(caseId);
  const edit = useMemo<Edit>(
    () => ({
      open(id) {
        setBegun(null);
        select(id);
      },
      create(kind, initial) {
        select(null);
        setBegun(initial ? { kind, initial } : { kind });
      },
      creating: begun?.kind ?? null,
    }),
    [select, begun],
  );
  const inspector = begun ? (
    <NewRecord
      key={begun.kind}
      kind={begun.kind}
      caseId={caseId}
      {...(begun.initial ? { initial: begun.initial } : {})}
      onClose={() => setBegun(null)}
      onCreated={edit.open}
    />
  ) : selectedId ? (
    <RecordInspector id={selectedId} onClose={() => select(null)}>
      <BacklinksPanel recordId={selectedId} onOpen={openRecord} />
    </RecordInspector>
  ) : null;
  return (
    <EditContext.Provider value={edit}>
      <SplitPane inspector={inspector} inspectorWidth={width}>
        {children}
      </SplitPane>
    </EditContext.Provider>
  );
}
