import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFailureWords } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Desk } from './desk.ts';
import type { Keeper } from './keeper.ts';
import type { OpenNote } from './use-desk.ts';

interface Props {
  open: OpenNote;
  desk: Desk;
  note: ShownRecord;
}

/** What must be said about a note before its text is read or written: each says what was kept. */
export function NoteNotices({ open, desk, note }: Props) {
  const { t } = useTranslation('note');
  const time = useTimeWords();
  const notify = useNotify();
  const restore = useAction('record.restore');
  const [isDraftAccepted, setDraftAccepted] = useState(false);
  const discard = (
    <Button size="sm" onClick={() => open.discardDraft().catch(notify.fail)}>
      {t('draft.discard')}
    </Button>
  );
  return (
    <div className="note-notices">
      {desk.signed && <Signed signed={desk.signed} />}
      {desk.closed === 'struck' ? (
        <Notice
          title={t('closed.struck.title')}
          action={
            open.canWrite && (
              <Button size="sm" onClick={() => restore.mutate({ id: note.id }, { onError: notify.fail })}>
                {t('restore')}
              </Button>
            )
          }
        >
          {t('closed.struck.text', {
            at: time.stamp(note.struckAt ?? 0),
            person: note.struckBy,
            reason: note.struckReason,
          })}
        </Notice>
      ) : desk.closed === 'others_draft' ? (
        desk.othersDraft && <OthersDraft open={open} desk={desk} draft={desk.othersDraft} />
      ) : desk.closed ? (
        <Notice
          title={t(`closed.${desk.closed}.title`)}
          action={desk.isDraftStrange && open.canWrite ? discard : undefined}
        >
          {!desk.isDraftStrange
            ? t(`closed.${desk.closed}.text`)
            : desk.othersDraft
              ? t('closed.draftOf', { person: desk.othersDraft.by })
              : t('closed.draft')}
        </Notice>
      ) : null}
      {desk.restoredAt !== null && !isDraftAccepted && (
        <Notice
          title={t('draft.title', { at: time.stamp(desk.restoredAt) })}
          action={
            <>
              {discard}
              <Button size="sm" onClick={() => setDraftAccepted(true)}>
                {t('draft.keep')}
              </Button>
            </>
          }
        >
          {t('draft.text', { version: desk.version })}
        </Notice>
      )}
      {open.changedElsewhere && (
        <Notice title={t('changed.title')} action={discard}>
          {t('changed.text')}
        </Notice>
      )}
      {desk.keeper && <KeepFailure keeper={desk.keeper} />}
    </div>
  );
}

/** What another person typed and no version yet: named, and written on only after it was taken over. */
function OthersDraft({ open, desk, draft }: Omit<Props, 'note'> & { draft: NonNullable<Desk['othersDraft']> }) {
  const { t } = useTranslation('note');
  const time = useTimeWords();
  const notify = useNotify();
  return (
    <Notice
      title={t('draft.other', { person: draft.by, at: time.stamp(draft.at) })}
      action={
        open.canWrite && (
          <Button size="sm" onClick={() => open.takeDraft().catch(notify.fail)}>
            {t('draft.take')}
          </Button>
        )
      }
    >
      {t('draft.otherText', { person: draft.by, version: desk.version })}
    </Notice>
  );
}

/** Who signed the note and when, and what may still be done with it. */
function Signed({ signed }: { signed: NonNullable<Desk['signed']> }) {
  const { t } = useTranslation('writing');
  const time = useTimeWords();
  return (
    <p className="note-signed">
      <Icon name="seal" />
      <span>
        <b>{t('sign.by', { by: signed.by, at: time.stamp(signed.at) })}</b> {t('sign.rest')}
      </span>
    </p>
  );
}

function KeepFailure({ keeper }: { keeper: Keeper }) {
  const { t } = useTranslation('note');
  const wordsOf = useFailureWords();
  const { kept, error } = useStore(keeper);
  if (kept !== 'failed') return null;
  return (
    <Notice
      tone="problem"
      title={t('failed.title')}
      action={
        <Button size="sm" onClick={() => keeper.changed()}>
          {t('failed.again')}
        </Button>
      }
    >
      {t('failed.text')} {wordsOf(error).title}
    </Notice>
  );
}
