import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/editor/useStore.ts';
import type { Desk } from './desk.ts';
import { useNodeWords } from './node-words.ts';

/** Says which picture, date or grade is selected to who does not see the mark around it. Links are told where their menu is. */
export function SelectionStatus({ desk }: { desk: Desk }) {
  const { t } = useTranslation('writing');
  const words = useNodeWords();
  const { pictures, signs } = desk.editor;
  const picture = useStore(pictures.selected);
  const sign = useStore(signs.selected);
  const told =
    picture && !picture.isLinked
      ? t('picture.selected', { alt: picture.alt || t('picture.nameless') })
      : sign?.name === 'time'
        ? t('time.selected', { time: words.time(sign.value), note: words.timeNote(sign.value) })
        : sign?.name === 'grade'
          ? t('grading.selected', { grade: words.grade(sign.value) })
          : '';
  return (
    <div className="vb-sr" role="status">
      {told}
    </div>
  );
}
