import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { SearchQuestion } from '#contract/search.ts';
import { BASES, HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from '#model/document/grading.ts';
import { dayBounds } from '#model/time.ts';
import { whenOf } from '#model/when.ts';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { KindFilter } from './KindFilter.tsx';
import { changed, type Filters } from './question.ts';

interface Props {
  filters: Filters;
  /** With what becomes of the question that stands then. */
  onChange: (next: (question: SearchQuestion) => SearchQuestion) => void;
}

/** What narrows a search: case, kind, person, period, author, grading, and whether old texts are looked at. */
export const SearchFilters = memo(function SearchFilters({ filters, onChange }: Props) {
  const { t } = useTranslation(['search', 'kinds']);
  const cases = useRoute('case.list', {}).data ?? [];
  const people = usePeople();
  const authors = useRoute('search.saved', {}).data?.authors ?? [];
  const set = <K extends keyof SearchQuestion>(part: K, value: SearchQuestion[K] | null) =>
    onChange((question) => changed(question, part, value));
  return (
    <Panel title={t('filters')} icon="filter">
      <div className="vb-stack">
        <SelectField
          label={t('filter.case')}
          value={filters.caseId ?? null}
          options={cases.map((row) => ({ value: row.id, label: row.name }))}
          empty={t('any.case')}
          onChange={(id) => set('caseId', id)}
        />
        <KindFilter value={filters.kinds ?? []} onChange={(kinds) => set('kinds', kinds.length > 0 ? kinds : null)} />
        <SelectField
          label={t('filter.person')}
          value={filters.personId ?? null}
          options={people.map((person) => ({ value: person.id, label: person.title }))}
          empty={t('any.person')}
          onChange={(id) => set('personId', id)}
        />
        <Period filters={filters} onChange={onChange} />
        <SelectField
          label={t('filter.author')}
          value={filters.author ?? null}
          options={authors.map((name) => ({ value: name, label: name }))}
          empty={t('any.author')}
          onChange={(name) => set('author', name)}
        />
        <Grading filters={filters} onChange={onChange} />
        <CheckField
          label={t('filter.old')}
          checked={filters.old ?? false}
          onChange={(old) => set('old', old || null)}
        />
      </div>
    </Panel>
  );
});

/** Most the core tells of a list at once. */
const PAGE = 500;

/** Everybody in the book. */
function usePeople(): readonly ShownRecord[] {
  const client = useClient();
  const people = useQuery({
    queryKey: ['record.list', { kinds: ['person'], all: true }],
    queryFn: async () => {
      const all: ShownRecord[] = [];
      for (;;) {
        const page = await client.invoke('record.list', { kinds: ['person'], offset: all.length, limit: PAGE });
        all.push(...page.records);
        if (page.records.length === 0 || all.length >= page.total) return all;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return people.data ?? [];
}

/** Two days, both belonging to the period; either may be left open. */
function Period({ filters, onChange }: Props) {
  const { t } = useTranslation('search');
  const zone = useZone();
  const time = useTimeWords();
  const dayOf = (at: number | undefined) => (at === undefined ? null : whenOf(time.date(at), '', 'day', zone));
  const bounds = (at: number) => dayBounds(time.date(at), zone);
  return (
    <div className="vb-search-pair">
      <DateTimeField
        label={t('filter.from')}
        precisions={['day']}
        value={dayOf(filters.fromAt)}
        onCommit={(when) => onChange((question) => changed(question, 'fromAt', when?.fromAt ?? null))}
      />
      <DateTimeField
        label={t('filter.to')}
        precisions={['day']}
        value={dayOf(filters.toAt === undefined ? undefined : filters.toAt - 1)}
        onCommit={(when) => {
          const toAt = when ? (bounds(when.fromAt)?.toAt ?? null) : null;
          onChange((question) => changed(question, 'toAt', toAt));
        }}
      />
    </div>
  );
}

/** Grade of a statement in a note: source, information, handling (3x5x2), fact or assessment; each may be any. */
function Grading({ filters, onChange }: Props) {
  const { t } = useTranslation(['search', 'writing']);
  const set = (part: 'source' | 'information' | 'handling' | 'basis', value: string | null) => {
    const { [part]: _, ...rest } = filters.grading ?? {};
    const grading = { ...rest, ...(value === null ? {} : { [part]: value }) } as SearchQuestion['grading'];
    onChange((question) => changed(question, 'grading', grading && Object.keys(grading).length > 0 ? grading : null));
  };
  const steps = [
    ['source', SOURCE_STEPS],
    ['information', INFORMATION_STEPS],
    ['handling', HANDLING_CODES],
    ['basis', BASES],
  ] as const;
  const name = (value: string) =>
    value === 'fact' || value === 'assessment' ? t(`writing:grading.basis.${value}`) : value;
  return (
    <fieldset className="vb-search-grade">
      <legend>{t('filter.grading')}</legend>
      {steps.map(([part, options]) => (
        <SelectField<string>
          key={part}
          label={t(`grade.${part}`)}
          value={filters.grading?.[part] ?? null}
          options={options.map((value) => ({ value, label: name(value) }))}
          empty={t('any.grade')}
          onChange={(value) => set(part, value)}
        />
      ))}
    </fieldset>
  );
}
