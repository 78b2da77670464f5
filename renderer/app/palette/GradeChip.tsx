import { useTranslation } from 'react-i18next';
import { ASSESSMENT } from '#model/document/text.ts';
import { Chip } from '#renderer/ui/Chip.tsx';

/** The grade of a statement that was found, as it stands beside it. */
export function GradeChip({ grade }: { grade: string }) {
  const { t } = useTranslation(['search', 'writing']);
  const told = grade.replace(ASSESSMENT, t('writing:grading.basis.assessment'));
  return (
    <Chip title={t('graded', { grade: told })}>
      <span aria-hidden="true">{told}</span>
      <span className="vb-sr">{t('graded', { grade: told })}</span>
    </Chip>
  );
}
