import { type FormEvent, memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch, SearchQuestion } from '#contract/search.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { filterCount } from './question.ts';

const NONE: readonly SavedSearch[] = [];

interface Props {
  question: SearchQuestion;
  onAsk: (question: SearchQuestion) => void;
}

/** Searches that are kept in the book under a name. */
export function SavedSearches({ question, onAsk }: Props) {
  const { t } = useTranslation('search');
  const refresh = useRefresh();
  const saved = useRoute('search.saved', {}).data?.saved ?? NONE;
  const save = useAction('search.save');
  const forget = useAction('search.forget');
  const [name, setName] = useState('');
  const { mutate } = forget;
  const onForget = useCallback(
    (gone: string) => mutate({ name: gone }, { onSuccess: () => void refresh(['search.saved']) }),
    [mutate, refresh],
  );
  const text = question.text.trim();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim() || text.slice(0, 80);
    if (given === '') return;
    const done = () => {
      setName('');
      void refresh(['search.saved']);
    };
    save.mutate({ name: given, question: { ...question, text } }, { onSuccess: done });
  };
  return (
    <Panel title={t('saved.title')} icon="pin" count={saved.length}>
      <div className="vb-stack">
        <SavedList saved={saved} onAsk={onAsk} onForget={onForget} />
        {(text !== '' || filterCount(question) > 0) && (
          <form className="vb-saved-new" onSubmit={keep}>
            <TextField
              label={t('saved.name')}
              value={name}
              placeholder={text.slice(0, 80)}
              maxLength={80}
              onChange={setName}
            />
            <Button type="submit" icon="pin" disabled={save.isPending || (text === '' && name.trim() === '')}>
              {t('saved.keep')}
            </Button>
          </form>
        )}
        <ErrorNotice error={save.error ?? forget.error} />
      </div>
    </Panel>
  );
}

interface ListProps {
  saved: readonly SavedSearch[];
  onAsk: (question: SearchQuestion) => void;
  onForget: (name: string) => void;
}

/** What is kept, each to be asked again or given up. Not drawn again for a letter that is typed. */
const SavedList = memo(function SavedList({ saved, onAsk, onForget }: ListProps) {
  const { t } = useTranslation('search');
  return (
    <>
      {saved.length === 0 && <p className="vb-sec">{t('saved.none')}</p>}
      <ul className="vb-saved">
        {saved.map(({ name, question }) => (
          <li key={name}>
            <button type="button" className="vb-row-link" onClick={() => onAsk(question)}>
              {name}
            </button>
            <span className="vb-muted vb-cut">
              {question.text === ''
                ? t('saved.filters', { count: filterCount(question) })
                : t('saved.of', { text: question.text, count: filterCount(question) })}
            </span>
            <IconButton icon="close" size="sm" label={t('saved.forget', { name })} onClick={() => onForget(name)} />
          </li>
        ))}
      </ul>
    </>
  );
});
