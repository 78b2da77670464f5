import { useTranslation } from 'react-i18next';

/** What the shapes of the timeline mean; the kinds stand in the lanes themselves. */
export function TimelineLegend({ zone }: { zone: string }) {
  const { t } = useTranslation('timeline');
  return (
    <footer className="vb-timeline-legend">
      {(['covered', 'thin', 'gap'] as const).map((state) => (
        <span key={state}>
          <i className={`vb-legend-${state}`} /> {t(`plan:legend.${state}`)}
        </span>
      ))}
      <span>
        <i className="vb-legend-unconfirmed" /> {t('state.unconfirmed')}
      </span>
      <span>
        <i className="vb-legend-uncertain" /> {t('uncertainTime')}
      </span>
      <span>
        <i className="vb-legend-night" /> {t('night')}
      </span>
      <span>
        <i className="vb-legend-weekend" /> {t('weekend')}
      </span>
      <span className="vb-timeline-end">{zone}</span>
    </footer>
  );
}
