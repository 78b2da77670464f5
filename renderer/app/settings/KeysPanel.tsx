import { useTranslation } from 'react-i18next';
import { useAllCommands } from '#renderer/ui/commands.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';

/** The keys that work everywhere. Those of a page stand beside its commands in the palette. */
export function KeysPanel() {
  const { t } = useTranslation('app');
  const keyed = useAllCommands().filter((command) => command.keys && command.label !== '' && !command.group);
  return (
    <Panel title={t('settings.keys')} icon="book">
      <dl className="vb-settings-rows">
        {keyed.map((command) => (
          <div key={command.id} className="vb-settings-key">
            <dt>{command.label}</dt>
            <dd>
              <Kbd keys={command.keys ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
