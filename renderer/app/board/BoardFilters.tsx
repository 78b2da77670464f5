import { useTranslation } from 'react-i18next';
import type { MeasureType } from '#model/kinds/measure.ts';
import { useSavedViews } from '#renderer/features/saved-view/use-saved-views.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
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
  const views = useSavedViews({
    page: 'board',
    filter: writeFilter(filter),
    onFilter: (text) => onFilter(readFilter(text)),
    whole: writeFilter(WHOLE_BOARD),
  });
  return (
    <>
      <Menu side="bottom-start" groups={views.groups}>
        <Button icon="layers" iconAfter="chev-d">
          {views.chosen ?? t('views')}
        </Button>
      </Menu>
      {views.dialog}
    </>
  );
}
