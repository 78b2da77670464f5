import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { useAllCommands } from '#renderer/ui/commands.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { usePlainWords } from '../keys/plain-words.ts';

/** The keys that work everywhere, and the way to all others. */
export function KeysPanel() {
  const { t } = useTranslation(['app', 'keys']);
  const plain = usePlainWords();
  const commands = useAllCommands();
  const keyed = commands.filter((command) => command.keys && command.label !== '' && !command.group);
  const all = commands.find(({ id }) => id === 'keys');
  return (
    <Panel
      title={t('settings.keys')}
      icon="book"
      actions={
        all && (
          <Button size="sm" keys="?" onClick={all.run}>
            {t('keys:open')}
          </Button>
        )
      }
    >
      <dl className="vb-settings-rows">
        {keyed.map((command) => (
          <div key={command.id} className="vb-settings-key">
            <dt>{plain(command.id, command.label)}</dt>
            <dd>
              <Kbd keys={command.keys ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
