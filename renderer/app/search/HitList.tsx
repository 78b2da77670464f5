import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { SearchHit } from '#model/search.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { areaOf } from '../palette/area-of.ts';
import { GradeChip } from '../palette/GradeChip.tsx';
import { Marked } from '../palette/PaletteOption.tsx';

interface Props {
  hits: readonly SearchHit[];
  onPeek: (id: RecordId) => void;
  /** The keys go back to the field. */
  onLeave: () => void;
}

/** What was found, best first. Up and down walk from one to the next, Enter opens it where it stands. */
export function HitList({ hits, onPeek, onLeave }: Props) {
  const { t } = useTranslation('search');
  // Asked once for all of them: fifty that listen for themselves are felt with every letter.
  const cases = useRoute('case.list', {}).data;
  const nameOf = useMemo(() => new Map(cases?.map(({ id, name }) => [id, name])), [cases]);
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.vb-hit') ?? [])];
    const at = lines.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === 'ArrowUp' && at === 0) {
      event.preventDefault();
      onLeave();
      return;
    }
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const next = lines[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className="vb-hits" aria-label={t('hits')} ref={list} onKeyDown={walk}>
      {hits.map((hit) => (
        <li key={`${hit.id} ${hit.replaced?.at ?? ''}`}>
          <Hit hit={hit} caseName={(hit.caseId && nameOf.get(hit.caseId)) || null} onPeek={onPeek} />
        </li>
      ))}
    </ul>
  );
}

interface HitProps {
  hit: SearchHit;
  /** Of the case it is of; null where it is of none, or that is not known yet. */
  caseName: string | null;
  onPeek: (id: RecordId) => void;
}

function Hit({ hit, caseName, onPeek }: HitProps) {
  const { t, i18n } = useTranslation(['search', 'kinds']);
  const time = useTimeWords();
  const openCase = useNavigation((n) => n.openCase);
  const caseId = hit.kind === 'case' ? hit.id : hit.caseId;
  const title = (i18n.language === 'en' && hit.titleEn) || hit.title || t(`kinds:kind.${hit.kind}.one`);
  const where = hit.kind === 'case' ? null : (caseName ?? t('noCase'));
  const facts = [t(`kinds:kind.${hit.kind}.one`), time.dayOf(hit), where];
  const open = () =>
    caseId === null ? onPeek(hit.id) : openCase(caseId, areaOf(hit.kind), hit.kind === 'case' ? null : hit.id);
  return (
    <button type="button" className="vb-hit" onClick={open}>
      <KindBadge kind={hit.kind} />
      <span className="vb-hit-words">
        <span className="vb-hit-title" title={title}>
          {title}
        </span>
        <span className="vb-hit-excerpt">
          {hit.replaced ? (
            <s>
              <Marked excerpt={{ text: hit.excerpt, marks: hit.marks }} />
            </s>
          ) : (
            <Marked excerpt={{ text: hit.excerpt, marks: hit.marks }} />
          )}
        </span>
        {hit.replaced && (
          <span className="vb-hit-old">
            {t(hit.replaced.isStruck ? 'struck' : 'replaced', {
              at: time.stamp(hit.replaced.at),
              person: hit.replaced.person,
            })}
          </span>
        )}
      </span>
      <span className="vb-hit-facts">
        {hit.grade && <GradeChip grade={hit.grade} />}
        {facts.filter(Boolean).join(' · ')}
      </span>
    </button>
  );
}
