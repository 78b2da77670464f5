import { useTranslation } from 'react-i18next';
import { HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from '#model/document/grading.ts';
import { Icon } from '#renderer/ui/Icon.tsx';

/** What the signs of a grade mean. */
export function GradingKey() {
  const { t } = useTranslation('writing');
  const part = (name: 'source' | 'information' | 'handling', steps: readonly string[]) => (
    <div>
      <h3>{t(`grading.part.${name}`)}</h3>
      <dl>
        {steps.map((step) => (
          <div key={step}>
            <dt>{step}</dt>
            <dd>{t(`grading.${name}.${step}` as 'grading.source.1')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <Icon name="tag" />
        {t('grading.key')}
      </h2>
      <div className="note-grading">
        {part('source', SOURCE_STEPS)}
        {part('information', INFORMATION_STEPS)}
        {part('handling', HANDLING_CODES)}
      </div>
      <p className="note-part-empty">{t('grading.law')}</p>
    </section>
  );
}
