import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/editor/useStore.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Desk } from './desk.ts';
import type { Keeper } from './keeper.ts';

/** The status line: how the text is kept, which version, how long. */
export function NoteFoot({ desk }: { desk: Desk }) {
  const { t } = useTranslation('note');
  const { words } = useStore(desk.facts);
  return (
    <footer className="note-foot">
      {desk.keeper ? <Kept keeper={desk.keeper} /> : <span>{t('version', { version: desk.version })}</span>}
      <span>{t('words', { count: words })}</span>
      <span className="vb-grow" />
      {desk.keeper && <span className="vb-cut">{t('footHelp')}</span>}
    </footer>
  );
}

function Kept({ keeper }: { keeper: Keeper }) {
  const { t } = useTranslation('note');
  const time = useTimeWords();
  const { kept, keptAt, version } = useStore(keeper);
  return (
    <>
      <span className="note-kept">
        {kept === 'failed' ? (
          t('kept.failed')
        ) : kept === 'typing' ? (
          t('kept.typing')
        ) : (
          <>
            <Icon name="check" size={14} /> {t('kept.at', { at: time.clock(keptAt) })}
          </>
        )}
      </span>
      <span>{t('version', { version })}</span>
    </>
  );
}
