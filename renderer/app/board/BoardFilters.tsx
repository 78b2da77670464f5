import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TONE_OF } from './board-data.ts';
import { BOARD_ROWS, type BoardFilter, WHOLE_BOARD } from './board-filter.ts';
import { readFilter, writeFilter } from './saved-views.ts';

interface Props {
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
}

/** What the rows are, which of them, and the filters that were given a name. */
export function BoardFilters({ filter, onFilter }: Props) {
  const { t } = useTranslation('board');
  const words = useRecordWords();
  const types = Object.keys(TONE_OF) as MeasureType[];
  const toggle = (type: MeasureType) => {
    const hidden = filter.hidden.includes(type)
      ? filter.hidden.filter((one) => one !== type)
      : [...filter.hidden, type];
    onFilter({ ...filter, hidden });
  };
  return (
    <>
      <Segmented
        label={t('rowsLabel')}
        value={filter.rows}
        options={BOARD_ROWS.map((value) => ({ value, label: t(`rows.${value}`) }))}
        onChange={(rows) => onFilter({ ...filter, rows })}
      />
      <Menu
        side="bottom-start"
        groups={[
          types.map((type) => ({
            id: type,
            label: words.option('type', type),
            checked: !filter.hidden.includes(type),
            run: () => toggle(type),
          })),
        ]}
      >
        <Button icon="filter" iconAfter="chev-d">
          {filter.hidden.length === 0 ? t('allTypes') : t('someTypes', { count: types.length - filter.hidden.length })}
        </Button>
      </Menu>
      <input
        type="search"
        autoComplete="off"
        className="vb-input vb-board-filter"
        aria-label={t(`filter.${filter.rows}`)}
        placeholder={t(`filter.${filter.rows}`)}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <SavedViews filter={filter} onFilter={onFilter} />
    </>
  );
}

function SavedViews({ filter, onFilter }: Props) {
  const { t } = useTranslation('board');
  const list = useRoute('record.list', { kinds: ['saved_view'], order: 'entered', limit: 200 });
  const [naming, setNaming] = useState(false);
  const strike = useAction('record.strike');
  const views = (list.data?.records ?? []).filter(({ values }) => values.page === 'board');
  const current = writeFilter(filter);
  const chosen = views.find(({ values }) => values.filter === current);
  return (
    <>
      <Menu
        side="bottom-start"
        groups={[
          [
            { id: 'whole', label: t('wholeBoard'), checked: filter === WHOLE_BOARD, run: () => onFilter(WHOLE_BOARD) },
            ...views.map(({ id, title, values }) => ({
              id: id as string,
              label: title,
              checked: id === chosen?.id,
              run: () => onFilter(readFilter(String(values.filter))),
            })),
          ],
          [
            { id: 'save', label: t('saveView'), icon: 'plus' as const, disabled: !!chosen, run: () => setNaming(true) },
            {
              id: 'drop',
              label: t('dropView'),
              icon: 'strike' as const,
              disabled: !chosen,
              run: () => chosen && strike.mutate({ id: chosen.id as RecordId, reason: t('dropReason') }),
            },
          ],
        ]}
      >
        <Button icon="layers" iconAfter="chev-d">
          {chosen?.title ?? t('views')}
        </Button>
      </Menu>
      {naming && <NameDialog filter={current} onClose={() => setNaming(false)} />}
      <ErrorNotice error={list.error ?? strike.error} />
    </>
  );
}

function NameDialog({ filter, onClose }: { filter: string; onClose: () => void }) {
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
          { kind: 'saved_view', caseId: null, values: { name: name.trim(), page: 'board', filter } },
          { onSuccess: onClose },
        )
      }
    >
      <label className="vb-board-name">
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
