import { useTranslation } from 'react-i18next';
import { useAllCommands } from './commands.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './search-box.css';

/** Opens the palette; looks like the field it leads to. */
export function SearchBox() {
  const { t } = useTranslation('app');
  const palette = useAllCommands().find((command) => command.id === 'palette');
  return (
    <button type="button" className="vb-search-box" aria-keyshortcuts="Control+K" onClick={() => palette?.run()}>
      <Icon name="search" />
      <span className="vb-cut">{t('palette.placeholder')}</span>
      <Kbd keys="Ctrl+K" />
    </button>
  );
}
