import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { NOTE_FORMS } from '#model/kinds/note.ts';
import { kindOf } from '#model/kinds.ts';
import { isMinuteKnown, type When } from '#model/when.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** When and where what the note tells of happened, and who wrote it. */
export function NoteMeta({ note }: { note: ShownRecord }) {
  const { t } = useTranslation(['note', 'kinds', 'export']);
  const time = useTimeWords();
  const { happened, placeText, actorText, noteForm, criminalCase } = note.values;
  const when = kindOf('note').fields.happened?.schema.safeParse(happened);
  const known = when?.success ? (when.data as When | null) : null;
  const form = NOTE_FORMS.find((each) => each === noteForm);
  const facts = [
    form && { key: 'form', text: t(`kinds:option.noteForm.${form}`) },
    criminalCase === true && { key: 'criminal', text: t('kinds:field.criminalCase') },
    known && { key: 'when', text: isMinuteKnown(known) ? time.stampDay(known.fromAt) : time.when(known) },
    typeof placeText === 'string' && { key: 'where', text: placeText },
    typeof actorText === 'string' && { key: 'who', text: actorText },
    { key: 'written', text: t('written', { at: time.stamp(note.createdAt), person: note.createdBy }) },
  ].filter((fact) => fact !== null && fact !== undefined && fact !== false);
  return (
    <p className="note-meta">
      {facts.map(({ key, text }) => (
        <span key={key}>{text}</span>
      ))}
      {criminalCase !== true && (
        <Chip icon="eye-off" title={t('export:notInHint')}>
          {t('export:notIn')}
        </Chip>
      )}
    </p>
  );
}
