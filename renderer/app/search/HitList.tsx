import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchQuestion } from '#contract/search.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
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
  /** What they answer. */
  of: SearchQuestion;
  /** The hit at which the keys begin, by its key; null where they are elsewhere. */
  start: string | null;
  /** With the key of a hit that is opened. */
  onOpened: (hit: string) => void;
  onPeek: (id: RecordId) => void;
  /** The keys go back to the field. */
  onLeave: () => void;
}

/** Height of the lowest line, px. */
const LOWEST = 54;
/** The rest is drawn after this at the latest, ms. */
const IDLE_MS = 500;
/** Lines that one press of Page up or Page down goes. */
const PAGE = 10;

/** What was found, best first. Up and down walk from one to the next, Enter opens it where it stands. */
export const HitList = memo(function HitList({ hits, of, start, onOpened, onPeek, onLeave }: Props) {
  const { t } = useTranslation('search');
  const list = useRef<HTMLUListElement>(null);
  const [shown, showAll] = useFirst(hits, of);
  const first = useRef(hits);
  const wordsOf = useHitWords();
  const openCase = useNavigation((n) => n.openCase);
  useEffect(() => {
    if (start === null) return;
    const lines = list.current?.querySelectorAll<HTMLElement>('.vb-hit');
    const line = lines?.[first.current.findIndex((hit) => keyOf(hit) === start)];
    // It is gone where the record was changed meanwhile.
    if (line) line.focus();
    else onLeave();
  }, [start, onLeave]);
  const open = (hit: SearchHit) => {
    onOpened(keyOf(hit));
    const caseId = hit.kind === 'case' ? hit.id : hit.caseId;
    if (caseId === null) onPeek(hit.id);
    else openCase(caseId, areaOf(hit.kind), hit.kind === 'case' ? null : hit.id);
  };
  const latest = useRef(open);
  latest.current = open;
  const onOpen = useMemo(() => (hit: SearchHit) => latest.current(hit), []);
  const walk = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.vb-hit') ?? [])];
    const at = lines.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === 'ArrowUp' && at === 0) {
      event.preventDefault();
      onLeave();
      return;
    }
    const last = lines.length - 1;
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
      Home: 0,
      End: last,
    };
    const next = lines[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className="vb-hits" aria-label={t('hits')} ref={list} onKeyDown={walk} onFocus={showAll}>
      {shown.map((hit) => (
        <li key={keyOf(hit)}>
          <Hit hit={hit} {...wordsOf(hit)} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
});

/** A record may be found as it is and as it was. */
function keyOf({ id, replaced }: SearchHit): string {
  return `${id} ${replaced?.at ?? ''}`;
}

/**
 * Of the answer to something new what fills the window at first, and all of it when nothing else is to be done or the keys
 * come into the list: who types on pays for what is seen. An answer that is asked anew, or for more, stands at once and
 * leaves the keys where they are.
 */
function useFirst(hits: readonly SearchHit[], of: SearchQuestion): [shown: readonly SearchHit[], all: () => void] {
  const [drawn, setDrawn] = useState(of);
  useEffect(() => {
    if (drawn === of) return;
    const waiting = requestIdleCallback(() => setDrawn(of), { timeout: IDLE_MS });
    return () => cancelIdleCallback(waiting);
  }, [drawn, of]);
  return [drawn === of ? hits : hits.slice(0, Math.ceil(window.innerHeight / LOWEST)), () => setDrawn(of)];
}

interface HitWords {
  readonly title: string;
  /** Kind, day and case. */
  readonly facts: string;
  /** When and by whom it was replaced or struck. */
  readonly old: string;
}

/** The words of a hit. Asked for here and not by each line: fifty that listen for themselves are felt with every letter. */
function useHitWords(): (hit: SearchHit) => HitWords {
  const { t, i18n } = useTranslation(['search', 'kinds']);
  const time = useTimeWords();
  const cases = useRoute('case.list', {}).data;
  return useMemo(() => {
    const nameOf = new Map(cases?.map(({ id, name }) => [id, name]));
    const kindWords = new Map<Kind, string>();
    const kindWord = (kind: Kind) => {
      const word = kindWords.get(kind) ?? t(`kinds:kind.${kind}.one`);
      kindWords.set(kind, word);
      return word;
    };
    const noCase = t('noCase');
    return (hit) => {
      const where = hit.kind === 'case' ? null : ((hit.caseId && nameOf.get(hit.caseId)) ?? noCase);
      return {
        title: (i18n.language === 'en' && hit.titleEn) || hit.title || kindWord(hit.kind),
        facts: [kindWord(hit.kind), time.dayOf(hit), where].filter(Boolean).join(' · '),
        old: hit.replaced
          ? t(hit.replaced.isStruck ? 'struck' : 'replaced', {
              at: time.stamp(hit.replaced.at),
              person: hit.replaced.person,
            })
          : '',
      };
    };
  }, [t, i18n.language, time, cases]);
}

interface HitProps extends HitWords {
  hit: SearchHit;
  onOpen: (hit: SearchHit) => void;
}

const Hit = memo(function Hit({ hit, title, facts, old, onOpen }: HitProps) {
  const found = <Marked excerpt={{ text: hit.excerpt, marks: hit.marks }} />;
  return (
    <button type="button" className="vb-hit" onClick={() => onOpen(hit)}>
      <KindBadge kind={hit.kind} />
      <span className="vb-hit-words">
        <span className="vb-hit-title" title={title}>
          {title}
        </span>
        <span className="vb-hit-excerpt">{hit.replaced ? <s>{found}</s> : found}</span>
        {old && <span className="vb-hit-old">{old}</span>}
      </span>
      <span className="vb-hit-facts">
        {hit.grade && <GradeChip grade={hit.grade} />}
        {facts}
      </span>
    </button>
  );
});
