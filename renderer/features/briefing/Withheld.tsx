import { useTranslation } from 'react-i18next';
import type { BriefingDocument } from '#model/briefing.ts';

/** What this copy leaves out, by why; and where the leaving out happens. */
export function Withheld({ document }: { document: BriefingDocument | undefined }) {
  const { t } = useTranslation('briefing');
  return (
    <>
      <section className="vb-briefing-withheld">
        <h3 className="vb-briefing-heading">{t('view.withheld')}</h3>
        {document?.withheld.length === 0 && <p>{t('view.withheldNone')}</p>}
        <dl>
          {document?.withheld.map(({ reason, count }) => (
            <div key={reason}>
              <dt>{t(`view.reason.${reason}`)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="vb-briefing-callout">
        <strong>{t('view.inData')}</strong> {t('view.inDataText')}
      </p>
    </>
  );
}
