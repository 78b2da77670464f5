import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { SearchHit } from '#model/search.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useSearch } from '../search/use-search.ts';
import { areaOf } from './area-of.ts';
import type { PaletteItem } from './items.ts';

const HITS = 30;

interface Found {
  readonly items: PaletteItem[];
  readonly searching: boolean;
  readonly failed: boolean;
}

/** Records that hold what was typed, each with the piece of text it was found in. */
export function useSearchItems(typed: string, onPeek: (id: RecordId) => void): Found {
  const { t, i18n } = useTranslation(['kinds', 'app']);
  const time = useTimeWords();
  const openCase = useNavigation((n) => n.openCase);
  const question = useMemo(() => ({ question: { text: typed }, limit: HITS }), [typed]);
  const { hits, isBusy, error } = useSearch(question);
  const cases = useRoute('case.list', {}).data ?? [];
  const casesOf = useCasesOfPersons(hits.some((hit) => hit.caseId === null && hit.kind === 'person'));
  const nameOf = (caseId: RecordId | null) => cases.find((row) => row.id === caseId)?.name ?? '';

  const itemsOf = (hit: SearchHit): PaletteItem[] => {
    const title = (i18n.language === 'en' && hit.titleEn) || hit.title || t(`kind.${hit.kind}.one`);
    const when = time.dayOf(hit);
    const places = hit.kind === 'case' ? [hit.id] : hit.caseId ? [hit.caseId] : casesOf(hit.id);
    const common = {
      icon: iconOf(hit.kind),
      kind: hit.kind,
      title,
      excerpt: { text: hit.excerpt, marks: hit.marks },
      ...(hit.grade && { grade: hit.grade }),
    };
    const facts = (where: string) => [t(`kind.${hit.kind}.one`), when, where].filter(Boolean).join(' · ');
    if (places.length === 0)
      return [{ ...common, id: `hit-${hit.id}`, detail: facts(t('app:palette.no_case')), run: () => onPeek(hit.id) }];
    return places.map((caseId) => ({
      ...common,
      id: `hit-${hit.id}-${caseId}`,
      detail: facts(hit.kind === 'case' ? '' : nameOf(caseId)),
      run: () => openCase(caseId, areaOf(hit.kind), hit.kind === 'case' ? null : hit.id),
    }));
  };
  return {
    items: hits.flatMap(itemsOf),
    searching: isBusy,
    failed: error !== null,
  };
}

/** The cases a person or something of the whole book has a part in, as far as the book says. */
function useCasesOfPersons(on: boolean): (id: RecordId) => RecordId[] {
  const here = useNavigation((n) => n.caseId);
  const parts = useRoute('record.list', { kinds: ['case_person'], limit: 500 }, { enabled: on }).data?.records ?? [];
  return (id) => {
    const found = parts.flatMap((part) => (part.values.personId === id && part.caseId ? [part.caseId] : []));
    if (found.length > 0) return [...new Set(found)];
    return here ? [here] : [];
  };
}
