import { useTranslation } from 'react-i18next';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';

/** Makes an encrypted copy of the book beside it and says whether it opened. */
export function BackupPanel() {
  const { t, i18n } = useTranslation('app');
  const backup = useAction('backup.create');
  const run = () => {
    if (!backup.isPending) backup.mutate({});
  };
  const bad = backup.data?.files.bad ?? [];
  const label = t('settings.backup_run');
  useCommands([{ id: 'backup', label, icon: 'copy', group: t('page.settings'), run }]);
  return (
    <Panel
      title={t('settings.backup')}
      icon="copy"
      actions={
        <Button disabled={backup.isPending} onClick={run}>
          {backup.isPending ? t('settings.backup_busy') : label}
        </Button>
      }
    >
      <div className="vb-stack">
        <p className="vb-sec">{t('settings.backup_text')}</p>
        {backup.data && (
          <Notice
            tone={bad.length === 0 ? 'ok' : 'problem'}
            title={t(bad.length === 0 ? 'settings.backup_done' : 'settings.backup_bad')}
          >
            <p>
              <span className="vb-mono">{backup.data.name}</span>, {formatBytes(backup.data.sizeBytes, i18n.language)}
            </p>
            {bad.length > 0 && (
              <>
                <ul>
                  {bad.map(({ id, title, state }) => (
                    <li key={id}>
                      {title}: {t(`settings.backup_state.${state}`)}
                    </li>
                  ))}
                </ul>
                <p>{t('settings.backup_bad_todo')}</p>
              </>
            )}
            <p>{t('settings.backup_kept')}</p>
          </Notice>
        )}
        <ErrorNotice error={backup.error} />
      </div>
    </Panel>
  );
}
