import { useTranslation } from 'react-i18next';
import { Chip } from '#renderer/ui/Chip.tsx';

/** The grade of a statement that was found, as it stands beside it. */
export function GradeChip({ grade }: { grade: string }) {
  const { t } = useTranslation('search');
  return (
    <Chip title={t('graded', { grade })}>
      <span aria-hidden="true">{grade}</span>
      <span className="vb-sr">{t('graded', { grade })}</span>
    </Chip>
  );
}
