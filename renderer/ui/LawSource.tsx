import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Clock, Source } from '#model/clocks/types.ts';
import { useDueWords } from './due-words.ts';
import { SourceCard } from './SourceCard.tsx';
import './law-source.css';

/** `strpl. § 183 første ledd`; briefly `strpl. § 183`. */
function sourceWords(t: TFunction, source: Source, brief = false): string {
  const words = { act: t(`clocks:act.${source.act}`), section: source.section };
  if (brief) return t('clocks:sectionBrief', words);
  if (source.paragraph === undefined) return t('clocks:section', words);
  return t('clocks:sectionParagraph', { ...words, paragraph: t(`clocks:paragraph.${source.paragraph}`) });
}

/** What a rule says in a few words after its source: `ellers grunn i rettsboken`, `24 t fra melding`. */
export function shortWords(t: TFunction, clock: Pick<Clock, 'id' | 'term'>, length: (ms: number) => string): string {
  const n = 'n' in clock.term ? clock.term.n : 0;
  return t(`clocks:short.${clock.id}`, { n, length: clock.term.unit === 'hours' ? length(n * 3_600_000) : n });
}

/**
 * Where a computed result comes from: the section, dotted, which opens what the rule says, whether it was read in the act,
 * and every reading the result rests on. An own rule says that it is one. `brief`: the section alone, where there is little room.
 */
export function LawSource({ clock, brief = false }: { clock: Clock; brief?: boolean }) {
  const { t } = useTranslation('clocks');
  const due = useDueWords();
  const label = clock.source ? sourceWords(t, clock.source) : t('ownRule');
  const shown = clock.source ? sourceWords(t, clock.source, brief) : label;
  const second = clock.secondaryAt === null ? '' : due.due(clock.secondaryAt);
  const reading = clock.readings.length > 0 || clock.status === 'interpretation';
  return (
    <SourceCard
      label={label}
      source={
        <>
          {shown}
          {reading && !brief && <span className="vb-law-reading"> · {t('tolkning')}</span>}
        </>
      }
      className="vb-law"
      cardClassName="vb-law-card"
      width={340}
    >
      <div className="vb-law-name">{t(`name.${clock.id}`)}</div>
      {clock.source && (
        <div className="vb-law-act">
          {t('section', { act: t(`actLong.${clock.source.act}`), section: clock.source.section })}
        </div>
      )}
      <p>{t(`rule.${clock.id}`)}</p>
      <p className="vb-law-basis">{t(`basis.${clock.status}`)}</p>
      {clock.readings.length > 0 && (
        <>
          <p className="vb-law-rests">
            {t('restsOn')} <b>{t('tolkning')}</b>:
          </p>
          <ul>
            {clock.readings.map((one) => (
              <li key={one}>{t(`reading.${one}`, { second })}</li>
            ))}
          </ul>
        </>
      )}
      {clock.source && <p className="vb-law-basis">{t('notAdvice')}</p>}
    </SourceCard>
  );
}
