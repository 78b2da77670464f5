import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';
import { briefingChoice, chooseForBriefing, MOST_NOTES } from '#renderer/ui/briefing-choice.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

const SHOWN = 50;

/** Which notes of the case are told whole. Parts that were chosen at a note stay as they are. */
export function NoteChoiceDialog({ caseId, onClose }: { caseId: RecordId; onClose: () => void }) {
  const { t } = useTranslation(['briefNotes', 'note']);
  const time = useTimeWords();
  const [text, setText] = useState('');
  const [notes, setNotes] = useState(briefingChoice(caseId).notes);
  const client = useClient();
  const list = useQuery({
    ...routeQuery(client, 'note.list', { caseId, text, struck: false, offset: 0, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const found = list.data?.notes ?? [];
  const total = list.data?.total ?? 0;
  const isChosen = (id: RecordId) => notes.some((one) => one.id === id && !one.part);
  const choose = (id: RecordId, chosen: boolean) => {
    const others = notes.filter((one) => one.id !== id || one.part);
    setNotes(chosen ? [...others, { id }] : others);
  };
  return (
    <Dialog
      open
      title={t('title')}
      subtitle={t('subtitle')}
      onClose={onClose}
      onConfirm={() => {
        chooseForBriefing(caseId, { notes });
        onClose();
      }}
      confirmLabel={t('confirm')}
      confirmDisabled={notes.length > MOST_NOTES}
      width={560}
    >
      <TextField label={t('search')} value={text} onChange={setText} maxLength={200} data-autofocus />
      <ErrorNotice error={list.error} />
      {list.isSuccess && found.length === 0 && <p className="vb-briefing-none">{t('noNotes')}</p>}
      <ul className="vb-note-choice">
        {found.map((note) => (
          <li key={note.id}>
            <CheckField
              label={
                <span>
                  {note.title || t('note:untitled')}
                  <small>{time.stampDay(note.startsAt ?? note.createdAt)}</small>
                </span>
              }
              checked={isChosen(note.id)}
              onChange={(chosen) => choose(note.id, chosen)}
            />
          </li>
        ))}
      </ul>
      {total > found.length && <p className="vb-briefing-none">{t('more', { count: found.length, total })}</p>}
    </Dialog>
  );
}
