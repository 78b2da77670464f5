import { useTranslation } from 'react-i18next';
import { useAllCommands } from '#renderer/ui/commands.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';

/** Commands whose label tells of the next step; here only what they are. */
const PLAIN = new Set(['undo', 'redo']);

/** The keys that work everywhere. Those of a page stand beside its commands in the palette. */
export function KeysPanel() {
  const { t } = useTranslation(['app', 'log']);
  const keyed = useAllCommands().filter((command) => command.keys && command.label !== '' && !command.group);
  return (
    <Panel title={t('settings.keys')} icon="book">
      <dl className="vb-settings-rows">
        {keyed.map((command) => (
          <div key={command.id} className="vb-settings-key">
            <dt>{PLAIN.has(command.id) ? t(`log:history.${command.id}`) : command.label}</dt>
            <dd>
              <Kbd keys={command.keys ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
