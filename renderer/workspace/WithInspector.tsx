import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import { ClocksPart } from '#renderer/features/clock/ClocksPart.tsx';
import { BacklinksPanel } from '#renderer/features/note/BacklinksPanel.tsx';
import { isTouched, useBegun } from '#renderer/features/record/begun.ts';
import { beginValues, NewRecord } from '#renderer/features/record/NewRecord.tsx';
import { RecordInspector } from '#renderer/features/record/RecordInspector.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { useCreateRequest } from '#renderer/ui/create-request.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { SplitPane } from '#renderer/ui/SplitPane.tsx';
import { AlarmPart } from './alarm/AlarmPart.tsx';
import { type Edit, EditContext } from './edit.ts';
import { useOpenRecord } from './open-record.ts';
import { ContradictionsPart } from './orders/ContradictionsPart.tsx';
import { Unfinished } from './Unfinished.tsx';
import './with-inspector.css';

interface Props {
  /** Null for records of the book, outside a case. */
  caseId: RecordId | null;
  /** px; 320 beside a timeline. */
  width?: number;
  /** What the page is for: of the selected record, over its fields. */
  lead?: (id: RecordId) => ReactNode;
  /** More about the selected record, under its fields. */
  about?: (id: RecordId) => ReactNode;
  /** Stands under the inspector, and alone where nothing is selected. */
  below?: ReactNode;
  children: ReactNode;
}

/** Who and what can be on duty. */
function isOfRoster(kind: Kind): boolean {
  return kind === 'officer' || kind === 'vehicle' || kind === 'qualification';
}

/** What takes the keys of the page beside the inspector. */
const MAIN_STOP = '[role="grid"], .timeline-plot';

/** Esc closes the menu that is open and not the record under it: after this the window's own keys leave it alone. */
function keepEscapeForMenu(event: KeyboardEvent): void {
  if (event.key === 'Escape' && document.activeElement?.closest('[role="menu"]')) event.preventDefault();
}

/** A page with the inspector of the selected record, or of one that is being made, beside it. */
export function WithInspector({ caseId, width = 360, lead, about, below, children }: Props) {
  const { t } = useTranslation('record');
  const { store, begun } = useBegun(caseId);
  const [openKey, setOpenKey] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const selectedId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const area = useNavigation((n) => n.area);
  const open = begun.find((one) => one.key === openKey) ?? null;
  // A record made here keeps its form for as long as it is the one that is selected.
  const making = open && (open.createdId === null || open.createdId === selectedId) ? open : null;

  const edit = useMemo<Edit>(
    () => ({
      open(id) {
        setOpenKey(null);
        select(id);
      },
      create(kind, initial) {
        select(null);
        setOpenKey(store.begin(caseId, kind, beginValues(kind, initial)).key);
      },
      creating: making && making.createdId === null ? making : null,
    }),
    [select, store, caseId, making],
  );

  // What is kept, or was never touched, needs no keeping once its form is closed.
  const makingKey = making?.key ?? null;
  useEffect(() => {
    for (const one of store.all()) {
      if (one.caseId === caseId && one.key !== makingKey && (one.createdId !== null || !isTouched(one)))
        store.drop(one.key);
    }
  }, [store, caseId, makingKey]);

  // After what was begun before is cleared away. A person is added with a part in the case, which the page of people asks for.
  useCreateRequest((kind) => {
    // The page that is being left hears it too: it is meant for the one whose area the kind lies in.
    const { area: itsArea, listed } = kindOf(kind);
    // Of the roster is what no area of a case lists: it is made on the page of the book.
    const isHere = caseId === null ? isOfRoster(kind) : itsArea === area && listed !== false;
    if (kind === 'person' || !isHere) return false;
    edit.create(kind);
    return true;
  });

  const close = () => {
    setOpenKey(null);
    select(null);
    // The keys go back to where the record was opened from.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const main = frame.current?.querySelector('.vb-split-main');
      const stop = main?.querySelector<HTMLElement>(MAIN_STOP) ?? main?.querySelector<HTMLElement>('button');
      stop?.focus();
    });
  };
  const isOpen = making !== null || selectedId !== null;
  useCommands(
    isOpen
      ? [{ id: 'inspector.close', label: t('close'), keys: 'Escape', inText: true, hidden: true, run: close }]
      : [],
  );
  const more = (id: RecordId) => (
    <>
      {about?.(id)}
      {caseId && <AlarmPart caseId={caseId} recordId={id} />}
      {caseId && <ContradictionsPart caseId={caseId} recordId={id} />}
      {caseId && <ClocksPart caseId={caseId} recordId={id} />}
      {caseId && <CaseBacklinks caseId={caseId} recordId={id} />}
    </>
  );
  const inspector = making ? (
    <NewRecord
      key={making.key}
      begun={making}
      store={store}
      onClose={close}
      onCreated={select}
      {...(lead ? { lead } : {})}
    >
      {more}
    </NewRecord>
  ) : selectedId ? (
    <RecordInspector id={selectedId} onClose={close} lead={lead?.(selectedId)}>
      {more(selectedId)}
    </RecordInspector>
  ) : null;
  const unfinished = begun.filter((one) => one !== making && one.createdId === null && isTouched(one));

  return (
    <EditContext.Provider value={edit}>
      <div className="vb-with-inspector" ref={frame} onKeyDownCapture={keepEscapeForMenu}>
        {unfinished.map((one) => (
          <Unfinished
            key={one.key}
            begun={one}
            onContinue={() => {
              select(null);
              setOpenKey(one.key);
            }}
            onDiscard={() => store.drop(one.key)}
          />
        ))}
        <SplitPane
          inspector={
            below ? (
              <div className="vb-inspector-with">
                {inspector}
                {below}
              </div>
            ) : (
              inspector
            )
          }
          inspectorWidth={width}
        >
          {children}
        </SplitPane>
      </div>
    </EditContext.Provider>
  );
}

function CaseBacklinks({ caseId, recordId }: { caseId: RecordId; recordId: RecordId }) {
  const openRecord = useOpenRecord(caseId);
  return <BacklinksPanel recordId={recordId} onOpen={openRecord} caseId={caseId} />;
}
