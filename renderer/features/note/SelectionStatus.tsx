import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/editor/useStore.ts';
import type { Desk } from './desk.ts';

/** Says which picture is selected to who does not see the mark around it. One with a link is told of where links are. */
export function PictureStatus({ desk }: { desk: Desk }) {
  const { t } = useTranslation('writing');
  const selected = useStore(desk.editor.pictures.selected);
  return (
    <div className="vb-sr" role="status">
      {selected && !selected.isLinked ? t('picture.selected', { alt: selected.alt || t('picture.nameless') }) : ''}
    </div>
  );
}
