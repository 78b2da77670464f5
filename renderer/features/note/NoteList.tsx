import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteItem } from '#contract/note.ts';
import type { RecordId } from '#model/ids.ts';
import { NOTE_FORMS, type NoteForm } from '#model/kinds/note.ts';
import { localParts } from '#model/time.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import '#renderer/ui/field.css';
import { groupNotes, type NoteGroup, timeOf } from './group-notes.ts';

interface Props {
  caseId: RecordId;
  selectedId: RecordId | null;
  onSelect: (id: RecordId) => void;
  /** Null when notes may only be read. */
  onCreate: ((form?: NoteForm) => void) | null;
}

const PAGE = 200;

/** The notes of the case by time, and a field that finds one by its title. */
export function NoteList({ caseId, selectedId, onSelect, onCreate }: Props) {
  const { t } = useTranslation(['note', 'writing', 'kinds']);
  const client = useClient();
  const zone = useZone();
  const now = useNow();
  const [sought, setSought] = useState('');
  const [struck, setStruck] = useState(false);
  const text = useDeferredValue(sought.trim());
  const pages = useInfiniteQuery({
    queryKey: ['note.list', { caseId, text, struck }],
    queryFn: ({ pageParam }) => client.invoke('note.list', { caseId, text, struck, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.length * PAGE;
      return shown < last.total ? shown : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: (before) => before,
  });
  const notes = useMemo(() => pages.data?.pages.flatMap((page) => page.notes) ?? [], [pages.data]);
  const groups = useMemo(() => groupNotes(notes, now, zone), [notes, now, zone]);
  const newest = text === '' ? notes[0]?.id : undefined;
  // The page is never empty while there is something to read.
  useEffect(() => {
    if (selectedId === null && newest) onSelect(newest);
  }, [selectedId, newest, onSelect]);
  const all = pages.data?.pages[0]?.all ?? 0;
  const total = pages.data?.pages[0]?.total ?? 0;

  return (
    <nav className="note-list" aria-label={t('list')}>
      <div className="note-list-top">
        <span className="vb-input vb-input-group">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('search', { count: all })}
            placeholder={t('search', { count: all })}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || sought === '') return;
              event.stopPropagation();
              setSought('');
            }}
          />
        </span>
        {onCreate && (
          <>
            <IconButton icon="plus" variant="plain" label={t('new')} keys="Alt+N" onClick={() => onCreate()} />
            <Menu
              groups={[
                NOTE_FORMS.map((form) => ({
                  id: form,
                  label: t(`kinds:option.noteForm.${form}`),
                  run: () => onCreate(form),
                })),
              ]}
            >
              <IconButton icon="chev-d" variant="plain" label={t('writing:form.choose')} />
            </Menu>
          </>
        )}
      </div>
      <div className="vb-sr" role="status">
        {text === '' ? '' : t('found', { count: total })}
      </div>
      <div className="note-list-scroll">
        <ErrorNotice error={pages.error} />
        {groups.map((group) => (
          <section key={`${group.key} ${group.year} ${group.month}`} aria-label={groupName(t, group)}>
            <h2 className="note-group">{groupName(t, group)}</h2>
            <ul>
              {group.notes.map((note) => (
                <NoteLine
                  key={note.id}
                  note={note}
                  group={group}
                  isSelected={note.id === selectedId}
                  onSelect={onSelect}
                />
              ))}
            </ul>
          </section>
        ))}
        {pages.hasNextPage && (
          <Button variant="quiet" size="sm" className="note-more" onClick={() => void pages.fetchNextPage()}>
            {t('moreNotes', { count: total - notes.length })}
          </Button>
        )}
        {pages.isSuccess && notes.length === 0 && (
          <EmptyState
            icon="k-note"
            title={t(text === '' ? 'empty.title' : 'empty.notFound')}
            text={text === '' ? t('empty.text') : undefined}
            action={
              text === '' && onCreate ? (
                <Button icon="plus" keys="Alt+N" onClick={() => onCreate()}>
                  {t('new')}
                </Button>
              ) : undefined
            }
          />
        )}
      </div>
      <div className="note-list-foot">
        <CheckField label={t('showStruck')} checked={struck} onChange={setStruck} />
      </div>
    </nav>
  );
}

interface LineProps {
  note: NoteItem;
  group: NoteGroup;
  isSelected: boolean;
  onSelect: (id: RecordId) => void;
}

function NoteLine({ note, group, isSelected, onSelect }: LineProps) {
  const { t, i18n } = useTranslation('note');
  const time = useTimeWords();
  const zone = useZone();
  const title = (i18n.language === 'en' && note.titleEn ? note.titleEn : note.title) || t('untitled');
  const at = timeOf(note);
  const exact = note.startsAt === null || note.precision === 'minute';
  const { qualifier } = note;
  const { weekday, day } = localParts(at, zone);
  const when =
    group.key === 'today' && exact && !qualifier
      ? time.clock(at)
      : group.key === 'week' && !qualifier
        ? t('weekdayDay', { weekday: t(`time:weekday2.${weekday}`), day })
        : time.placed({ startsAt: at, precision: exact ? 'day' : (note.precision ?? 'day'), qualifier });
  return (
    <li>
      <button
        type="button"
        className="note-line"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => onSelect(note.id)}
      >
        <span className="note-line-title" title={title}>
          {note.struckAt === null ? title : <s>{title}</s>}
        </span>
        <span className="note-line-more">
          {when} {note.changedBy}
          {note.struckAt !== null ? <> · {t('mention.struck')}</> : <LineState note={note} />}
        </span>
      </button>
    </li>
  );
}

/** Where the note stands in its life: signed, with something added since, or still a draft. */
function LineState({ note }: { note: NoteItem }) {
  const { t } = useTranslation(['note', 'writing']);
  if (note.signedAt === null) return note.hasDraft ? <> · {t('draftMark')}</> : null;
  return (
    <>
      {' · '}
      <Icon name="seal" size={14} /> {t(note.hasDraft ? 'writing:sign.markAdded' : 'writing:sign.mark')}
    </>
  );
}

function groupName(t: TFunction<'note'>, group: NoteGroup): string {
  if (group.key === 'month') {
    return t('time:month_year', { month: t(`time:month.${group.month}`), year: group.year });
  }
  return group.key === 'year' ? String(group.year) : t(`group.${group.key}`);
}
