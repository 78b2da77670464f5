import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backlink } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { NOTE_FORMS, type NoteForm } from '#model/kinds/note.ts';
import type { Kind } from '#model/kinds.ts';
import { useAction, useClient, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useBriefWords } from './brief-words.ts';
import './note.css';

interface Props {
  recordId: RecordId;
  onOpen: (id: RecordId, kind: Kind) => void;
  /** Shows the links at once; else they are asked for when the panel is opened. */
  open?: boolean;
  /** Case in which a note about the record can be begun from here. */
  caseId?: RecordId;
}

const FIRST = 5;
const MORE = 50;

/** What links to a record: how many at once, which ones when they are asked for. */
export function BacklinksPanel({ recordId, onOpen, open = false, caseId }: Props) {
  const { t, i18n } = useTranslation('note');
  const numbers = new Intl.NumberFormat(i18n.language);
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  const count = useRoute('record.backlinks', { id: recordId, offset: 0, limit: 0 });
  const total = count.data?.total ?? 0;
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <button
          type="button"
          className="note-part-toggle"
          aria-expanded={isOpen && total > 0}
          aria-controls={id}
          disabled={total === 0}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="backlink" />
          {t('backlinks')}
          <span className="note-part-count">{count.data ? numbers.format(total) : ''}</span>
          {total > 0 && <Icon name={isOpen ? 'chev-u' : 'chev-d'} size={14} />}
        </button>
      </h2>
      <ErrorNotice error={count.error} />
      <div id={id}>{isOpen && total > 0 && <Links recordId={recordId} onOpen={onOpen} />}</div>
      {caseId && <WriteNote caseId={caseId} recordId={recordId} onOpen={onOpen} />}
    </section>
  );
}

/** Begins a note about the record: a contact, breach, meeting or handover has one of its own. */
function WriteNote({ caseId, recordId, onOpen }: Pick<Props, 'recordId' | 'onOpen'> & { caseId: RecordId }) {
  const { t, i18n } = useTranslation(['writing', 'kinds']);
  const create = useAction('note.create');
  const role = useRoute('session.get', {}).data?.person.role;
  if (role === undefined || role === 'reader') return null;
  const begin = (form?: NoteForm | null) => {
    const language = i18n.language === 'en' ? 'en' : 'nb';
    const asked = { caseId, aboutId: recordId, language, ...(form !== undefined && { form }) } as const;
    create.mutate(asked, { onSuccess: ({ id }) => onOpen(id, 'note') });
  };
  const forms = NOTE_FORMS.map((form) => ({
    id: form,
    label: t(`kinds:option.noteForm.${form}`),
    run: () => begin(form),
  }));
  return (
    <>
      <span className="note-write">
        <Button variant="quiet" size="sm" icon="plus" disabled={create.isPending} onClick={() => begin()}>
          {t('form.about')}
        </Button>
        <Menu groups={[forms, [{ id: 'none', label: t('form.none'), run: () => begin(null) }]]}>
          <IconButton icon="chev-d" variant="plain" label={t('form.chooseAbout')} />
        </Menu>
      </span>
      <ErrorNotice error={create.error} />
    </>
  );
}

function Links({ recordId, onOpen }: Pick<Props, 'recordId' | 'onOpen'>) {
  const { t } = useTranslation('note');
  const client = useClient();
  const pages = useInfiniteQuery({
    queryKey: ['record.backlinks', { id: recordId, paged: true }],
    queryFn: ({ pageParam }) =>
      client.invoke('record.backlinks', { id: recordId, offset: pageParam, limit: pageParam === 0 ? FIRST : MORE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, page) => sum + page.links.length, 0);
      return shown < last.total && last.links.length > 0 ? shown : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const links = pages.data?.pages.flatMap((page) => page.links) ?? [];
  const total = pages.data?.pages.at(-1)?.total ?? 0;
  const list = useRef<HTMLUListElement>(null);
  /** Where the lines that were asked for begin. */
  const askedFrom = useRef<number | null>(null);
  useEffect(() => {
    const from = askedFrom.current;
    if (from === null || links.length <= from) return;
    askedFrom.current = null;
    // The button is gone with the last of them: who pressed it goes on with the first that is new.
    list.current?.children[from]?.querySelector('button')?.focus();
  }, [links.length]);
  const more = () => {
    askedFrom.current = links.length;
    void pages.fetchNextPage().then(({ isError }) => {
      if (isError) askedFrom.current = null;
    });
  };
  return (
    <>
      <ErrorNotice error={pages.error} />
      <ul ref={list} aria-busy={pages.isFetching}>
        {links.map((link) => (
          <li key={link.linkId}>
            <LinkLine link={link} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="quiet" size="sm" onClick={more}>
          {t('moreLinks', { count: total - links.length })}
        </Button>
      )}
    </>
  );
}

function LinkLine({ link, onOpen }: { link: Backlink; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('note');
  const words = useBriefWords();
  const time = useTimeWords();
  const { from, holds } = link;
  return (
    <button type="button" className="note-link" onClick={() => onOpen(from.id, from.kind)}>
      <KindBadge kind={from.kind} tone={from.tone} />
      <span className="note-link-words">
        <span className="note-link-title">{words.title(from)}</span>
        <span className="note-link-more">
          {words.link(link.type)}
          {link.excerpt ? `: ${link.excerpt}` : ''}
          {from.startsAt !== null && `, ${time.dayOf(from)}`}
        </span>
        {holds && (
          <span className="note-link-more">
            {t('holds', { at: time.placed({ startsAt: holds.at, precision: holds.precision, qualifier: null }) })}
          </span>
        )}
      </span>
    </button>
  );
}
