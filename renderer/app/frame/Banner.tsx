import { useTranslation } from 'react-i18next';
import type { AppInfo, BookPurpose } from '#contract/app.ts';
import { Icon } from '#renderer/ui/Icon.tsx';

/** Says for as long as it is so that this is not the place for real information. Nothing where it is. */
export function Banner({ info, purpose }: { info: AppInfo; purpose: BookPurpose | null }) {
  const { t } = useTranslation('app');
  const { name, realBooks } = info.capabilities;
  if (realBooks && purpose !== 'demo' && purpose !== 'test') return null;
  const parts = [];
  if (purpose === 'demo' || purpose === 'test') parts.push(t(`banner.${purpose}`));
  if (!realBooks) parts.push(t(`banner.${name}`));
  return (
    <aside className="vb-banner" aria-label={t('banner.label')}>
      <Icon name="info" size={14} />
      {parts.join(' ')}
    </aside>
  );
}
