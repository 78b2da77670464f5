import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';

/** Events as a list or as a pattern: two looks at the same records, under one tab. */
export function EventViews() {
  const { t } = useTranslation('pattern');
  const area = useNavigation((n) => n.area);
  const go = useNavigation((n) => n.goArea);
  return (
    <Segmented
      label={t('view.label')}
      value={area === 'pattern' ? 'pattern' : 'events'}
      options={[
        { value: 'events', label: t('view.list') },
        { value: 'pattern', label: t('view.pattern') },
      ]}
      onChange={go}
    />
  );
}
