import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { NoteSurface } from '#renderer/editor/NoteSurface.tsx';
import { useStore } from '#renderer/editor/useStore.ts';
import type { Desk } from './desk.ts';
import { LinkTypeMenu } from './LinkTypeMenu.tsx';
import { MentionList, optionId } from './MentionList.tsx';
import { NoteFoot } from './NoteFoot.tsx';
import { NoteHeading } from './NoteHeading.tsx';
import { NoteMeta } from './NoteMeta.tsx';
import { NoteNotices } from './NoteNotices.tsx';
import { NoteToolbar } from './NoteToolbar.tsx';
import type { OpenNote } from './use-desk.ts';

interface Props {
  open: OpenNote;
  desk: Desk;
  note: ShownRecord;
  /** The note was just made: its heading is where writing begins. */
  isNew: boolean;
}

/** The text of one note with its toolbar, notices and status line. */
export function NoteDesk({ open, desk, note, isNew }: Props) {
  const { t } = useTranslation('note');
  const id = useId();
  const toolbar = useRef<{ focus(): void }>(null);
  const { editor } = desk;
  const heading = useStore(desk.heading);
  const search = useStore(editor.search);
  const { isEmpty } = useStore(editor.toolbar);
  const isListOpen = search.anchor !== null;
  const textId = `${id}-text`;
  const listId = `${id}-list`;

  return (
    <section
      className="note-desk"
      aria-label={t('desk', { title: heading || t('untitled') })}
      onKeyDown={(event) => {
        if (!(event.altKey && event.key === 'F10') || desk.closed) return;
        event.preventDefault();
        toolbar.current?.focus();
      }}
    >
      {desk.closed ? <div className="note-toolbar" /> : <NoteToolbar desk={desk} controls={textId} ref={toolbar} />}
      <div className="note-scroll" data-scroller>
        <div className="note-column">
          <NoteHeading desk={desk} autoFocus={isNew} onDown={() => editor.focus()} />
          <NoteMeta note={note} />
          <NoteNotices open={open} desk={desk} note={note} />
          <NoteSurface
            editor={editor}
            id={textId}
            label={t('text')}
            describedBy={`${id}-help`}
            placeholder={t('placeholder')}
            isEmpty={isEmpty && desk.closed === null}
            {...(isListOpen && search.items.length > 0 ? { 'aria-controls': listId } : {})}
            {...(isListOpen && search.active >= 0 ? { 'aria-activedescendant': optionId(listId, search.active) } : {})}
          />
          <p id={`${id}-help`} className="vb-sr">
            {t(desk.closed ? 'helpClosed' : 'help')}
          </p>
          <MentionList desk={desk} id={listId} />
          <LinkTypeMenu desk={desk} />
        </div>
      </div>
      <NoteFoot desk={desk} />
    </section>
  );
}
