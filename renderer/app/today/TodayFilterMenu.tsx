import { useTranslation } from 'react-i18next';
import type { TodayFilter } from '#model/today/filter.ts';
import { DUTIES } from '#model/today/rows.ts';
import { useSavedViews } from '#renderer/features/saved-view/use-saved-views.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, type MenuItem } from '#renderer/ui/Menu.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { readFilter, WHOLE_DAY, writeFilter } from './today-filter.ts';

interface Props {
  filter: TodayFilter;
  onFilter: (filter: TodayFilter) => void;
  /** What there is to choose from. */
  board: {
    readonly responsible: readonly string[];
    readonly units: readonly string[];
    readonly kinds: readonly Kind[];
  };
}
type Kind = NonNullable<TodayFilter['kind']>;

/** Narrows the board by type, task, responsible person and unit, and keeps such a choice under a name. */
export function TodayFilterMenu({ filter, onFilter, board }: Props) {
  const { t } = useTranslation('today');
  const words = useRecordWords();
  const saved = useSavedViews({
    page: 'today',
    filter: writeFilter(filter),
    onFilter: (text) => onFilter(readFilter(text)),
    whole: writeFilter(WHOLE_DAY),
  });
  function choices<K extends 'kind' | 'duty' | 'responsible' | 'unit'>(
    name: K,
    any: string,
    options: readonly (readonly [value: NonNullable<TodayFilter[K]>, label: string])[],
  ): MenuItem[] {
    const choose = (value: TodayFilter[K]) => () => onFilter({ ...filter, [name]: value });
    const item = (id: string, label: string, value: TodayFilter[K]): MenuItem => ({
      id: `${name}-${id}`,
      label,
      checked: filter[name] === value,
      run: choose(value),
    });
    return [
      item('', any, null as TodayFilter[K]),
      ...options.map(([value, label]) => item(`is-${value}`, label, value)),
    ];
  }
  const kinds = board.kinds
    .map((kind) => [kind, words.kind(kind)] as const)
    .sort((a, b) => a[1].localeCompare(b[1], 'nb'));
  const same = (names: readonly string[]) => names.map((name) => [name, name] as const);
  const chosen = [
    filter.kind && words.kind(filter.kind),
    filter.duty && t(`duty.${filter.duty}`),
    filter.responsible,
    filter.unit,
  ].filter(Boolean);
  return (
    <>
      <Menu
        groups={[
          choices('kind', t('anyKind'), kinds),
          choices(
            'duty',
            t('duty.any'),
            DUTIES.map((duty) => [duty, t(`duty.${duty}`)] as const),
          ),
          choices('responsible', t('anyone'), same(board.responsible)),
          ...(board.units.length > 0 ? [choices('unit', t('anyUnit'), same(board.units))] : []),
        ]}
      >
        <Button icon="filter" iconAfter="chev-d">
          {chosen.length > 0 ? chosen.join(', ') : t('filter')}
        </Button>
      </Menu>
      <Menu groups={saved.groups}>
        <Button icon="list" iconAfter="chev-d">
          {saved.chosen ?? t('views')}
        </Button>
      </Menu>
      {saved.dialog}
    </>
  );
}
