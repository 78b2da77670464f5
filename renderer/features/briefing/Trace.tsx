import { useTranslation } from 'react-i18next';
import type { BriefingDocument } from '#model/briefing.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Where in the log this copy stands: what is printed at the foot of every page. */
export function Trace({ document }: { document: BriefingDocument | undefined }) {
  const { t } = useTranslation('briefing');
  const words = useTimeWords();
  if (!document) return null;
  const [seq, chain] = document.checkpoint.split(' · ');
  return (
    <section>
      <h3 className="vb-briefing-heading">
        <Icon name="seal" /> {t('view.checkpoint')}{' '}
        <small className="vb-briefing-aside">{t('view.checkpointNote')}</small>
      </h3>
      <dl className="vb-trace">
        <dt>{t('view.logNumber')}</dt>
        <dd>{seq}</dd>
        <dt>{t('view.chain')}</dt>
        <dd className="vb-trace-chain">{chain}</dd>
        <dt>{t('view.madeAt')}</dt>
        <dd>{words.stampDay(document.madeAt)}</dd>
        <dt>{t('view.madeBy')}</dt>
        <dd>{document.madeBy}</dd>
      </dl>
    </section>
  );
}
