import { useQuery } from '@tanstack/react-query';
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
import { changed } from './question.ts';

interface Props {
  question: SearchQuestion;
  onChange: (question: SearchQuestion) => void;
}

/** What narrows a search: case, kind, person, period, author, grading, and whether old texts are looked at. */
export function SearchFilters({ question, onChange }: Props) {
  const { t } = useTranslation(['search', 'kinds']);
  const cases = useRoute('case.list', {}).data ?? [];
  const people = usePeople();
  const authors = useRoute('search.saved', {}).data?.authors ?? [];
  const set = <K extends keyof SearchQuestion>(part: K, value: SearchQuestion[K] | null) =>
    onChange(changed(question, part, value));
  return (
    <Panel title={t('filters')} icon="filter">
      <div className="vb-stack">
        <SelectField
          label={t('filter.case')}
          value={question.caseId ?? null}
          options={cases.map((row) => ({ value: row.id, label: row.name }))}
          empty={t('any.case')}
          onChange={(id) => set('caseId', id)}
        />
        <KindFilter value={question.kinds ?? []} onChange={(kinds) => set('kinds', kinds.length > 0 ? kinds : null)} />
        <SelectField
          label={t('filter.person')}
          value={question.personId ?? null}
          options={people.map((person) => ({ value: person.id, label: person.title }))}
          empty={t('any.person')}
          onChange={(id) => set('personId', id)}
        />
        <Period question={question} onChange={onChange} />
        <SelectField
          label={t('filter.author')}
          value={question.author ?? null}
          options={authors.map((name) => ({ value: name, label: name }))}
          empty={t('any.author')}
          onChange={(name) => set('author', name)}
        />
        <Grading question={question} onChange={onChange} />
        <CheckField
          label={t('filter.old')}
          checked={question.old ?? false}
          onChange={(old) => set('old', old || null)}
        />
      </div>
    </Panel>
  );
}

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
function Period({ question, onChange }: Props) {
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
        value={dayOf(question.fromAt)}
        onCommit={(when) => onChange(changed(question, 'fromAt', when?.fromAt ?? null))}
      />
      <DateTimeField
        label={t('filter.to')}
        precisions={['day']}
        value={dayOf(question.toAt === undefined ? undefined : question.toAt - 1)}
        onCommit={(when) => onChange(changed(question, 'toAt', when ? (bounds(when.fromAt)?.toAt ?? null) : null))}
      />
    </div>
  );
}

/** Grade of a statement in a note: source, information, handling (3x5x2), fact or assessment; each may be any. */
function Grading({ question, onChange }: Props) {
  const { t } = useTranslation(['search', 'writing']);
  const set = (part: 'source' | 'information' | 'handling' | 'basis', value: string | null) => {
    const { [part]: _, ...rest } = question.grading ?? {};
    const grading = { ...rest, ...(value === null ? {} : { [part]: value }) } as SearchQuestion['grading'];
    onChange(changed(question, 'grading', grading && Object.keys(grading).length > 0 ? grading : null));
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
          value={question.grading?.[part] ?? null}
          options={options.map((value) => ({ value, label: name(value) }))}
          empty={t('any.grade')}
          onChange={(value) => set(part, value)}
        />
      ))}
    </fieldset>
  );
}
