import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { whenSchema } from '#model/when.ts';
import { useAction, useKeep } from '#renderer/client/hooks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Desk } from './desk.ts';
import { NoteBriefing } from './NoteBriefing.tsx';
import { NoteExport } from './NoteExport.tsx';
import type { OpenNote } from './use-desk.ts';

interface Props {
  open: OpenNote;
  desk: Desk;
  note: ShownRecord;
  /** Shows the note's own bar on the timeline. */
  onShowOnTimeline: () => void;
}

const FIELDS = [
  { name: 'placeText', maxLength: 200 },
  { name: 'actorText', maxLength: 200 },
  { name: 'source', maxLength: 1_000 },
] as const;

/** When and where what the note tells of happened, who it concerns and from where it is known; and the way to strike it. */
export function NoteFacts({ open, desk, note, onShowOnTimeline }: Props) {
  const { t } = useTranslation(['note', 'kinds', 'writing']);
  const { keep, error } = useKeep('record.update');
  const [isStriking, setStriking] = useState(false);
  const isClosed = desk.closed !== null || desk.signed !== null;
  const happened = whenSchema.safeParse(note.values.happened);
  const change = (name: string, value: unknown) => keep({ id: note.id, patch: { [name]: value } });
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <Icon name="tag" />
        {t('facts')}
      </h2>
      <div className="note-facts">
        <ErrorNotice error={error} />
        <DateTimeField
          label={t('kinds:field.happened')}
          value={happened.success ? happened.data : null}
          disabled={isClosed}
          onCommit={(when) => change('happened', when)}
        />
        {FIELDS.map(({ name, maxLength }) => {
          const value = note.values[name];
          return (
            <TextField
              key={name}
              label={t(`kinds:field.${name}`)}
              value={typeof value === 'string' ? value : ''}
              maxLength={maxLength}
              readOnly={isClosed}
              onCommit={(text) => change(name, text.trim() === '' ? null : text.trim())}
            />
          );
        })}
        <CheckField
          label={t('kinds:field.criminalCase')}
          checked={note.values.criminalCase === true}
          // Whether it goes into the case is decided after signing too, and changes no word of it.
          disabled={desk.closed !== null || !open.canWrite}
          onChange={(checked) => change('criminalCase', checked ? true : null)}
        />
        {happened.success && (
          <Button variant="quiet" size="sm" icon="timeline" onClick={onShowOnTimeline}>
            {t('writing:link.timeline')}
          </Button>
        )}
        <NoteExport note={note} desk={desk} />
        {note.caseId && note.struckAt === null && <NoteBriefing caseId={note.caseId} id={note.id} desk={desk} />}
        {open.canWrite && note.struckAt === null && (
          <Button variant="quiet" size="sm" icon="strike" onClick={() => setStriking(true)}>
            {t('strike.do')}
          </Button>
        )}
      </div>
      {isStriking && <StrikeDialog desk={desk} note={note} onClose={() => setStriking(false)} />}
    </section>
  );
}

function StrikeDialog({ desk, note, onClose }: Omit<Props, 'open' | 'onShowOnTimeline'> & { onClose: () => void }) {
  const { t } = useTranslation('note');
  const strike = useAction('record.strike');
  const heading = useStore(desk.heading);
  const [reason, setReason] = useState('');
  const confirm = async () => {
    // What was typed last is part of what is struck.
    await desk.keeper?.commit();
    strike.mutate({ id: note.id, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('strike.do')}
      subtitle={heading || t('untitled')}
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel={t('strike.do')}
      confirmDisabled={reason.trim() === ''}
      busy={strike.isPending}
    >
      <p>{t('strike.text')}</p>
      <TextField label={t('strike.reason')} value={reason} onChange={setReason} maxLength={500} data-autofocus />
      <ErrorNotice error={strike.error} />
    </Dialog>
  );
}
