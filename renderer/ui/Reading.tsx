import { useTranslation } from 'react-i18next';
import './reading.css';

/** Stands where an answer will: says that the case is being read, and how far that has come where it is known. */
export function Reading({ reading }: { reading: { readonly done: number; readonly total: number } | null }) {
  const { t, i18n } = useTranslation('reading');
  const numbers = new Intl.NumberFormat(i18n.language);
  return (
    <div className="vb-reading" aria-busy="true">
      {reading && (
        <>
          <span>{t('case')}</span>
          <progress value={reading.done} max={reading.total} aria-label={t('case')} />
          <span className="vb-muted">
            {t('count', { done: numbers.format(reading.done), total: numbers.format(reading.total) })}
          </span>
        </>
      )}
    </div>
  );
}
