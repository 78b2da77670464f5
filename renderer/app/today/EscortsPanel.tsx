import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import type { Escort } from './escorts.ts';

/** The guarded ways of today: when, who, in which car, and which has nobody. */
export function EscortsPanel({ escorts }: { escorts: readonly Escort[] }) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const openCase = useNavigation((n) => n.openCase);
  return (
    <div id="vb-today-escorts" tabIndex={-1} className="vb-today-panel">
      <Panel title={t('escorts.title')} icon="k-transport" count={escorts.length} flush>
        {escorts.length === 0 ? (
          <EmptyState icon="k-transport" title={t('escorts.none')} />
        ) : (
          <ul className="vb-escorts">
            {escorts.map((one) => {
              const crew = one.crew.length > 0 ? one.crew.join(', ') : one.crewWords;
              return (
                <li key={one.key}>
                  <span className="vb-escort-time">
                    {time.clock(one.fromAt)}
                    <span>{one.toAt === null ? '' : time.clock(one.toAt)}</span>
                  </span>
                  <span className="vb-escort-what">
                    <button
                      type="button"
                      className="vb-escort-open vb-cut"
                      onClick={() => openCase(one.caseId, 'timeline', one.measureId)}
                    >
                      <b>{one.alias}</b>
                      {one.title && ` · ${one.title}`}
                    </button>
                    <Legs legs={one.legs} />
                  </span>
                  <span className="vb-escort-crew">
                    {crew ? (
                      <>
                        <span className="vb-cut">{[crew, ...one.vehicles].join(' · ')}</span>
                        <span className="vb-escort-ready">
                          <Icon name="check" size={14} /> {t('escorts.ready')}
                        </span>
                      </>
                    ) : (
                      <Urgency state="soon">{t('escorts.without')}</Urgency>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </div>
  );
}

/** The legs of a way, each as long as it takes. */
function Legs({ legs }: { legs: readonly number[] }) {
  const sum = legs.reduce((all, leg) => all + leg, 0);
  if (sum === 0) return null;
  return (
    <span className="vb-legs" aria-hidden="true">
      {legs.map((leg, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a leg is told apart by its place on the way
        <i key={index} style={{ flexGrow: leg / sum }} />
      ))}
    </span>
  );
}
