import { useTranslation } from 'react-i18next';
import { useAllCommands } from '#renderer/ui/commands.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';

/** Opens the command palette from inside a case, where there is no top bar. */
export function PaletteButton() {
  const { t } = useTranslation('case');
  const command = useAllCommands().find((one) => one.id === 'palette');
  if (!command) return null;
  return (
    <button type="button" className="vb-case-palette" onClick={() => command.run()}>
      <Icon name="search" />
      <span className="vb-cut">{t('search')}</span>
      <Kbd keys="Ctrl+K" />
    </button>
  );
}
