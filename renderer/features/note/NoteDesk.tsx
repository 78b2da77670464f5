import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { LinkTarget } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import type { Desk } from './desk.ts';
import { FindBar } from './FindBar.tsx';
import { GradeDialog } from './GradeDialog.tsx';
import { ImageDialog } from './ImageDialog.tsx';
import { IncomingPictures } from './IncomingPictures.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { LinkTypeMenu } from './LinkTypeMenu.tsx';
import { MentionList } from './MentionList.tsx';
import { NoteFoot } from './NoteFoot.tsx';
import { NoteHeading } from './NoteHeading.tsx';
import { NoteMeta } from './NoteMeta.tsx';
import { NoteNotices } from './NoteNotices.tsx';
import { NoteSections } from './NoteSections.tsx';
import { NoteToolbar, type ToolbarAsks } from './NoteToolbar.tsx';
import { PictureWordsDialog } from './PictureWordsDialog.tsx';
import { SelectionStatus } from './SelectionStatus.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SpellingMenu } from './SpellingMenu.tsx';
import { SpellingStatus } from './SpellingStatus.tsx';
import { StrikeTextDialog } from './StrikeTextDialog.tsx';
import type { Section } from './sections.ts';
import { TimeDialog } from './TimeDialog.tsx';
import type { OpenNote } from './use-desk.ts';
import { useKeptSelection } from './use-kept-selection.ts';
import { useNoteCommands } from './use-note-commands.ts';

interface Props {
  caseId: RecordId;
  open: OpenNote;
  desk: Desk;
  note: ShownRecord;
  /** The note was just made: its heading is where writing begins. */
  isNew: boolean;
  onShowOnTimeline: (target: LinkTarget) => void;
}

/** What lies over the text now. */
type Over =
  | { readonly name: 'sign' | 'grade' | 'image' }
  | { readonly name: 'picture'; readonly alt: string }
  | { readonly name: 'strike'; readonly section: Section }
  | { readonly name: 'link'; readonly words: string };

const LINKED_WORDS = 80;

/** The text of one note with its toolbar, notices and status line. */
export function NoteDesk({ caseId, open, desk, note, isNew, onShowOnTimeline }: Props) {
  const { t } = useTranslation(['note', 'writing']);
  const id = useId();
  const notify = useNotify();
  const toolbar = useRef<{ focus(): void }>(null);
  const spelling = useRef<(() => boolean) | null>(null);
  const { editor } = desk;
  const heading = useStore(desk.heading);
  const asked = useStore(editor.signs.asked);
  const [over, setOver] = useState<Over | null>(null);
  const [isFinding, setFinding] = useState(false);
  const listId = `${id}-list`;
  const frame = useRef<HTMLElement>(null);
  const selected = useKeptSelection(frame);
  const hasToolbar = desk.keeper !== null || (desk.signed !== null && desk.closed === null);

  useEffect(() => {
    // The keys are where they were: in the text, and not lost with the page that was there before.
    if (open.isReopened && document.activeElement === document.body) editor.focus();
  }, [open.isReopened, editor]);

  const asks: ToolbarAsks = {
    sign: () => setOver({ name: 'sign' }),
    strike() {
      selected.restore();
      const section = desk.sections.find((each) => !each.editor.isEditable && each.editor.holdSelection());
      if (section) setOver({ name: 'strike', section });
      else notify.show({ tone: 'info', title: t('writing:strike.select') });
    },
    addendum: open.beginAddendum,
    link() {
      if (editor.mentions.canMark()) setOver({ name: 'link', words: editor.mentions.selectedWords(LINKED_WORDS) });
    },
    grade: open.grades ? () => editor.grades.canGrade() && setOver({ name: 'grade' }) : null,
    find: () => setFinding(true),
    image: () => setOver({ name: 'image' }),
  };
  useNoteCommands(desk, { ...asks, toolbar: hasToolbar ? () => toolbar.current?.focus() : null });
  open.onGrade.current = asks.grade;
  open.onPicture.current = () => {
    const alt = editor.pictures.described();
    if (alt !== null) setOver({ name: 'picture', alt });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.altKey && event.key === 'F10' && hasToolbar) toolbar.current?.focus();
    else if (control && !event.shiftKey && event.code === 'KeyF') setFinding(true);
    else if (control && event.shiftKey && event.code === 'KeyK' && desk.keeper) asks.link();
    else if (!(control && event.code === 'Period' && spelling.current?.())) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section
      ref={frame}
      className="note-desk"
      aria-label={t('desk', { title: heading || t('untitled') })}
      onKeyDown={onKeyDown}
    >
      {hasToolbar ? (
        <NoteToolbar desk={desk} asks={asks} controls={`${id}-text`} ref={toolbar} />
      ) : (
        <div className="note-toolbar" />
      )}
      <div className="note-scroll" data-scroller>
        {isFinding && (
          <FindBar
            desk={desk}
            onClose={() => {
              setFinding(false);
              editor.focus();
            }}
          />
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same menu opens with Ctrl and the full stop */}
        <div
          className="note-column"
          onContextMenu={(event) => {
            if (!event.defaultPrevented && spelling.current?.()) event.preventDefault();
          }}
        >
          <NoteHeading desk={desk} autoFocus={isNew && !open.isReopened} onDown={() => editor.focus()} />
          <NoteMeta note={note} />
          <NoteNotices open={open} desk={desk} note={note} />
          <IncomingPictures incoming={open.incoming} />
          <NoteSections desk={desk} id={id} listId={listId} />
          <MentionList desk={desk} id={listId} />
          <SelectionStatus desk={desk} />
          {open.language && <SpellingStatus desk={desk} />}
          <LinkTypeMenu desk={desk} onShowOnTimeline={onShowOnTimeline} />
          {open.language && <SpellingMenu desk={desk} language={open.language} handle={spelling} />}
        </div>
      </div>
      <NoteFoot desk={desk} />
      {asked && <TimeDialog time={asked} onClose={() => editor.signs.answer(null)} onTake={editor.signs.answer} />}
      {over?.name === 'sign' && <SignDialog desk={desk} onClose={() => setOver(null)} />}
      {over?.name === 'grade' && <GradeDialog desk={desk} onClose={() => setOver(null)} />}
      {over?.name === 'image' && (
        <ImageDialog
          caseId={caseId}
          onClose={() => setOver(null)}
          onTake={(image) => {
            setOver(null);
            editor.insertImage(image);
          }}
        />
      )}
      {over?.name === 'picture' && (
        <PictureWordsDialog
          alt={over.alt}
          onClose={() => setOver(null)}
          onTake={(alt) => {
            setOver(null);
            editor.pictures.describe(alt);
          }}
        />
      )}
      {over?.name === 'strike' && <StrikeTextDialog desk={desk} section={over.section} onClose={() => setOver(null)} />}
      {over?.name === 'link' && (
        <LinkDialog
          caseId={caseId}
          noteId={note.id}
          words={over.words}
          onClose={() => setOver(null)}
          onTake={(target) => {
            setOver(null);
            editor.mentions.mark(target);
          }}
        />
      )}
    </section>
  );
}
