import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkTarget } from '#model/document/format.ts';
import { type DateText, whenOfDate } from '#model/document/moment.ts';
import type { RecordId } from '#model/ids.ts';
import { NOTE_FORMS, type NoteForm } from '#model/kinds/note.ts';
import type { Kind } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { useCreateRequest } from '#renderer/ui/create-request.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { BacklinksPanel } from './BacklinksPanel.tsx';
import { GradingKey } from './GradingKey.tsx';
import { NoteDesk } from './NoteDesk.tsx';
import { NoteFacts } from './NoteFacts.tsx';
import { NoteList } from './NoteList.tsx';
import { NoteVersions } from './NoteVersions.tsx';
import { OutgoingLinks } from './OutgoingLinks.tsx';
import { useDesk } from './use-desk.ts';
import './note.css';

export interface NotesPageProps {
  caseId: RecordId;
  /** The open note; null shows the list alone. */
  recordId: RecordId | null;
  onSelect: (id: RecordId | null) => void;
  /** A mention or a link was followed. */
  onOpenRecord: (id: RecordId, kind: Kind) => void;
  /** A record, or a time (ms UTC), is to be seen on the timeline of the case. */
  onShowOnTimeline: (place: TimelinePlace) => void;
}

/** Where on the timeline. */
export type TimelinePlace = { readonly recordId: RecordId } | { readonly at: number };

/** The notes of a case: list, text, and what belongs to the open note. */
export function NotesPage({ caseId, recordId, onSelect, onOpenRecord, onShowOnTimeline }: NotesPageProps) {
  const { t, i18n } = useTranslation(['note', 'writing', 'kinds']);
  const notify = useNotify();
  const create = useAction('note.create');
  const role = useRoute('session.get', {}).data?.person.role;
  const [newId, setNewId] = useState<RecordId | null>(null);
  const isCreating = useRef(false);
  const canWrite = role !== undefined && role !== 'reader';

  const language = i18n.language === 'en' ? 'en' : 'nb';
  const begin = (form?: NoteForm) => {
    if (isCreating.current) return;
    isCreating.current = true;
    create.mutate(form ? { caseId, form, language } : { caseId }, {
      onSuccess({ id }) {
        setNewId(id);
        onSelect(id);
      },
      onError: notify.fail,
      onSettled() {
        isCreating.current = false;
      },
    });
  };
  useCreateRequest((kind) => {
    if (kind !== 'note' || !canWrite) return false;
    begin();
    return true;
  });
  useCommands(
    canWrite
      ? [
          { id: 'note.new', label: t('new'), icon: 'plus', keys: 'Alt+N', inText: true, run: () => begin() },
          ...NOTE_FORMS.map((form) => ({
            id: `note.new.${form}`,
            label: t('writing:form.new', { form: t(`kinds:option.noteForm.${form}`) }),
            icon: 'plus' as const,
            run: () => begin(form),
          })),
        ]
      : [],
  );

  return (
    <div className="note-page">
      <NoteList caseId={caseId} selectedId={recordId} onSelect={onSelect} onCreate={canWrite ? begin : null} />
      {recordId === null ? (
        <div className="note-none">
          <EmptyState icon="k-note" title={t('none.title')} text={t('none.text')} />
        </div>
      ) : (
        <OpenNote
          key={recordId}
          caseId={caseId}
          id={recordId}
          isNew={recordId === newId}
          onOpenRecord={onOpenRecord}
          onShowOnTimeline={onShowOnTimeline}
        />
      )}
    </div>
  );
}

interface OpenProps {
  caseId: RecordId;
  id: RecordId;
  isNew: boolean;
  onOpenRecord: (id: RecordId, kind: Kind) => void;
  onShowOnTimeline: (place: TimelinePlace) => void;
}

function OpenNote({ caseId, id, isNew, onOpenRecord, onShowOnTimeline }: OpenProps) {
  const { t } = useTranslation('note');
  const zone = useZone();
  const showDate = (date: DateText) => {
    const when = whenOfDate(date, zone);
    if (when) onShowOnTimeline({ at: when.fromAt });
  };
  const showTarget = ({ to, kind, date }: LinkTarget) => {
    if (kind === 'case' && date) showDate(date);
    else onShowOnTimeline({ recordId: to });
  };
  const open = useDesk(caseId, id, {
    onOpenLink: (target) => (target.kind === 'case' ? showTarget(target) : onOpenRecord(target.to, target.kind)),
    onOpenTime: ({ from }) => showDate(from),
  });
  const { desk, note } = open;
  if (open.error) {
    return (
      <div className="note-none">
        <ErrorNotice error={open.error} />
      </div>
    );
  }
  if (!desk || !note) return <div className="note-none" aria-busy="true" />;
  return (
    <>
      <NoteDesk caseId={caseId} open={open} desk={desk} note={note} isNew={isNew} onShowOnTimeline={showTarget} />
      <aside className="note-side" aria-label={t('about')}>
        <BacklinksPanel recordId={id} onOpen={onOpenRecord} open />
        <OutgoingLinks desk={desk} onOpen={onOpenRecord} />
        <NoteVersions id={id} desk={desk} />
        {open.grades && <GradingKey />}
        <NoteFacts
          open={open}
          desk={desk}
          note={note}
          onShowOnTimeline={() => onShowOnTimeline({ recordId: note.id })}
        />
      </aside>
    </>
  );
}
