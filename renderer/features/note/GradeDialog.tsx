import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASES, type Grade, HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from '#model/document/grading.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { Desk } from './desk.ts';

/** What is offered first: nothing is known to be reliable, and nothing is passed on freely, before somebody says so. */
const UNSURE: Grade = { source: '2', information: 'C', handling: 'C', basis: 'fact' };

/** Grades the statement before the caret by 3x5x2. */
export function GradeDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation('writing');
  const { grades } = desk.editor;
  const [before] = useState(() => grades.current());
  const [grade, setGrade] = useState<Grade>(before ?? UNSURE);
  const choice = <K extends keyof Grade>(
    name: K,
    label: string,
    steps: readonly Grade[K][],
    words: (step: Grade[K]) => string,
  ) => (
    <SelectField<Grade[K]>
      label={label}
      value={grade[name]}
      options={steps.map((step) => ({ value: step, label: words(step) }))}
      onChange={(step) => step && setGrade({ ...grade, [name]: step })}
    />
  );
  return (
    <Dialog
      open
      title={t('grading.title')}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        grades.put(grade);
      }}
      confirmLabel={t('grading.confirm')}
      footer={
        before && (
          <Button
            variant="quiet"
            onClick={() => {
              onClose();
              grades.remove();
            }}
          >
            {t('grading.remove')}
          </Button>
        )
      }
    >
      <p>{t('grading.text')}</p>
      {choice('source', t('grading.part.source'), SOURCE_STEPS, (step) => `${step} – ${t(`grading.source.${step}`)}`)}
      {choice(
        'information',
        t('grading.part.information'),
        INFORMATION_STEPS,
        (step) => `${step} – ${t(`grading.information.${step}`)}`,
      )}
      {choice(
        'handling',
        t('grading.part.handling'),
        HANDLING_CODES,
        (step) => `${step} – ${t(`grading.handling.${step}`)}`,
      )}
      {choice('basis', t('grading.part.basis'), BASES, (step) => t(`grading.basis.${step}`))}
    </Dialog>
  );
}
