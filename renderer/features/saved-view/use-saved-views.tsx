import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { MenuItem } from '#renderer/ui/Menu.tsx';
import './saved-view.css';

interface Props {
  readonly page: 'board' | 'timeline' | 'today';
  /** What is shown now, as one text, and how a text becomes what is shown. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** What the page shows when nothing was chosen. */
  readonly whole: string;
}

interface SavedViews {
  /** For a menu: the views, and how to keep or drop one. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** Name of the view that is shown; null where it has none. */
  readonly chosen: string | null;
  /** Stands beside the menu: the question for a name, and what went wrong. */
  readonly dialog: ReactNode;
}

/** The views of a page that were given a name: everybody who uses the book has them. */
export function useSavedViews({ page, filter, onFilter, whole }: Props): SavedViews {
  const { t } = useTranslation('board');
  const list = useRoute('record.list', { kinds: ['saved_view'], order: 'entered', limit: 200 });
  const [naming, setNaming] = useState(false);
  const strike = useAction('record.strike');
  const views = (list.data?.records ?? []).filter(({ values }) => values.page === page);
  const chosen = views.find(({ values }) => values.filter === filter);
  return {
    groups: [
      [
        { id: 'whole', label: t('wholeBoard'), checked: filter === whole, run: () => onFilter(whole) },
        ...views.map(({ id, title, values }) => ({
          id: id as string,
          label: title,
          checked: id === chosen?.id,
          run: () => onFilter(String(values.filter)),
        })),
      ],
      [
        { id: 'save', label: t('saveView'), icon: 'plus', disabled: !!chosen, run: () => setNaming(true) },
        {
          id: 'drop',
          label: t('dropView'),
          icon: 'strike',
          disabled: !chosen,
          run: () => chosen && strike.mutate({ id: chosen.id as RecordId, reason: t('dropReason') }),
        },
      ],
    ],
    chosen: chosen?.title ?? null,
    dialog: (
      <>
        {naming && <NameDialog page={page} filter={filter} onClose={() => setNaming(false)} />}
        <ErrorNotice error={list.error ?? strike.error} />
      </>
    ),
  };
}

function NameDialog({ page, filter, onClose }: Pick<Props, 'page' | 'filter'> & { onClose: () => void }) {
  const { t } = useTranslation('board');
  const [name, setName] = useState('');
  const create = useAction('record.create');
  return (
    <Dialog
      open
      title={t('saveView')}
      subtitle={t('saveText')}
      confirmLabel={t('save')}
      confirmDisabled={name.trim() === ''}
      busy={create.isPending}
      onClose={onClose}
      onConfirm={() =>
        create.mutate(
          { kind: 'saved_view', caseId: null, values: { name: name.trim(), page, filter } },
          { onSuccess: onClose },
        )
      }
    >
      <label className="vb-view-name">
        {t('viewName')}
        <input
          className="vb-input"
          data-autofocus
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <ErrorNotice error={create.error} />
    </Dialog>
  );
}
