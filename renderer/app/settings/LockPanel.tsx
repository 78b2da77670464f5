import { useTranslation } from 'react-i18next';
import type { AppInfo } from '#contract/app.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** When the book locks by itself, and which of the system's signals this window hears. */
export function LockPanel({ info }: { info: AppInfo }) {
  const { t } = useTranslation('app');
  const words = useTimeWords();
  return (
    <Panel title={t('settings.lock')} icon="lock">
      <dl className="vb-settings-rows">
        <dt>{t('settings.idle')}</dt>
        <dd>{t('settings.idle_after', { length: words.length(info.idleLockMs) })}</dd>
        <dt>{t('settings.suspend')}</dt>
        <dd>{t(info.capabilities.suspendSignal ? 'settings.suspend_yes' : 'settings.suspend_no')}</dd>
        <dt>{t('settings.capture')}</dt>
        <dd>{t(info.capabilities.contentProtection ? 'settings.capture_yes' : 'settings.capture_no')}</dd>
      </dl>
      <p className="vb-t12 vb-muted">{t('settings.lock_text')}</p>
    </Panel>
  );
}
