import { useTranslation } from 'react-i18next';
import { NoteSurface } from '#renderer/editor/NoteSurface.tsx';
import { useStore } from '#renderer/editor/useStore.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Desk } from './desk.ts';
import { optionId } from './MentionList.tsx';
import type { Section } from './sections.ts';

interface Props {
  desk: Desk;
  /** Ids of the texts begin with it. */
  id: string;
  /** Id of the list of mentions. */
  listId: string;
}

/** The text of the note, and under it what was added after it was signed. */
export function NoteSections({ desk, id, listId }: Props) {
  const { t } = useTranslation('note');
  return (
    <>
      {desk.sections.map((section) => (
        <SectionText key={section.index} desk={desk} section={section} id={id} listId={listId} />
      ))}
      <p id={`${id}-help`} className="vb-sr">
        {t(desk.keeper ? 'help' : 'helpClosed')}
      </p>
    </>
  );
}

function SectionText({ desk, section, id, listId }: Props & { section: Section }) {
  const { t } = useTranslation(['note', 'writing']);
  const { editor, addendum } = section;
  const search = useStore(editor.search);
  const { isEmpty } = useStore(editor.toolbar);
  const isOpen = search.anchor !== null;
  const canType = editor.isEditable;
  return (
    <div className={addendum ? 'note-addendum' : undefined}>
      {addendum && <AddendumHead addendum={addendum} />}
      <NoteSurface
        editor={editor}
        id={editor === desk.editor ? `${id}-text` : `${id}-text${section.index}`}
        label={t(addendum ? 'writing:addendum.label' : 'text')}
        describedBy={`${id}-help`}
        placeholder={t('placeholder')}
        isEmpty={isEmpty && canType}
        caret={!canType && desk.signed !== null && desk.closed === null}
        {...(isOpen && search.items.length > 0 ? { 'aria-controls': listId } : {})}
        {...(isOpen && search.active >= 0 ? { 'aria-activedescendant': optionId(listId, search.active) } : {})}
      />
    </div>
  );
}

function AddendumHead({ addendum }: { addendum: NonNullable<Section['addendum']> }) {
  const { t } = useTranslation('writing');
  const time = useTimeWords();
  const { by, at, signedAt } = addendum;
  return (
    <p className="note-addendum-head">
      <Icon name={signedAt === undefined ? 'plus' : 'seal'} size={14} />
      {signedAt === undefined
        ? t('addendum.open', { by, at: time.stamp(at) })
        : t('addendum.signed', { by, at: time.stamp(at), signedAt: time.stamp(signedAt) })}
    </p>
  );
}
