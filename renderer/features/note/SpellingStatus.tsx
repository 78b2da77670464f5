import { useTranslation } from 'react-i18next';
import type { Spelling } from '#renderer/editor/spelling/register-spelling.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import type { Desk } from './desk.ts';

/** Says that the word at the caret is marked as spelled wrong, to who does not see the mark. */
export function SpellingStatus({ desk }: { desk: Desk }) {
  const { spelling } = desk.editor;
  return spelling && <Told spelling={spelling} />;
}

function Told({ spelling }: { spelling: Spelling }) {
  const { t } = useTranslation('writing');
  const word = useStore(spelling.resting);
  return (
    <div className="vb-sr" role="status">
      {word === null ? '' : t('spelling.marked', { word })}
    </div>
  );
}
