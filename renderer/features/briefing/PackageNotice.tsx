import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Who will read a breach package, said before it leaves. */
export function PackageNotice({ profile }: { profile: 'saksdokumenter' | 'jurist' | 'kronologi' }) {
  const { t } = useTranslation('package');
  const isCase = profile === 'saksdokumenter';
  return (
    <Notice tone={isCase ? 'problem' : 'info'} title={t(isCase ? 'preview' : 'previewJurist')}>
      <p>{t(isCase ? 'previewText' : 'previewJuristText')}</p>
    </Notice>
  );
}
