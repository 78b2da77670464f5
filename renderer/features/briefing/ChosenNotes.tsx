import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Profile, takesNotes } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { type ChosenNote, chooseForBriefing, useBriefingChoice } from '#renderer/ui/briefing-choice.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { NoteChoiceDialog } from './NoteChoiceDialog.tsx';

/** The notes that are told in this briefing, and the way to choose others. */
export function ChosenNotes({ caseId, profile }: { caseId: RecordId; profile: Profile }) {
  const { t } = useTranslation(['briefNotes', 'note']);
  const { notes } = useBriefingChoice(caseId);
  const [isOpen, setOpen] = useState(false);
  const ids = [...new Set(notes.map(({ id }) => id))];
  const briefs = useRoute('record.briefs', { ids }, { enabled: ids.length > 0 }).data ?? [];
  const nameOf = ({ id, part }: ChosenNote) => {
    const title = briefs.find((brief) => brief.id === id)?.title || t('note:untitled');
    return part ? `${title}, ${t('partOf', { part: part.heading })}` : title;
  };
  const isClosed = !takesNotes(profile);
  return (
    <section className="vb-briefing-notes">
      <h3 className="vb-briefing-heading">{t('heading')}</h3>
      {isClosed && (
        <p className="vb-briefing-none">
          {t(
            profile === 'patrulje'
              ? 'closed.card'
              : profile === 'saksdokumenter'
                ? 'closed.papers'
                : 'closed.chronology',
          )}
        </p>
      )}
      {!isClosed && notes.length === 0 && <p className="vb-briefing-none">{t('none')}</p>}
      {!isClosed && notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={`${note.id} ${note.part?.number ?? ''}`}>
              <span>{nameOf(note)}</span>
              <IconButton
                size="sm"
                icon="close"
                label={t('remove', { name: nameOf(note) })}
                onClick={() => chooseForBriefing(caseId, { notes: notes.filter((one) => one !== note) })}
              />
            </li>
          ))}
        </ul>
      )}
      {!isClosed && (
        <Button size="sm" icon="k-note" onClick={() => setOpen(true)}>
          {t('add')}
        </Button>
      )}
      {isOpen && <NoteChoiceDialog caseId={caseId} onClose={() => setOpen(false)} />}
    </section>
  );
}
