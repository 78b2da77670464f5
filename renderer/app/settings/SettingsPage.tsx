import { useTranslation } from 'react-i18next';
import type { AppInfo, SessionInfo } from '#contract/app.ts';
import { LANGUAGES } from '#contract/common.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { THEME_CHOICES, usePreferences } from '../preferences.ts';
import { useLanguage } from '../use-language.ts';
import { BackupPanel } from './BackupPanel.tsx';
import { ClocksPanel } from './ClocksPanel.tsx';
import { FlagRulesPanel } from './FlagRulesPanel.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { LockPanel } from './LockPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import './settings.css';

/** How the window looks, when it locks, copies of the book, its keys, and what it is. */
export function SettingsPage({ info, session }: { info: AppInfo; session: SessionInfo }) {
  const { t } = useTranslation('app');
  const theme = usePreferences((preferences) => preferences.theme);
  const setTheme = usePreferences((preferences) => preferences.setTheme);
  const { language, setLanguage } = useLanguage();
  const goPage = useNavigation((n) => n.goPage);
  return (
    <main className="vb-sheet">
      <TopBar title={t('page.settings')} actions={<SearchBox />} />
      <div className="vb-sheet-body">
        <div className="vb-settings">
          <Panel title={t('settings.look')} icon="sun">
            <dl className="vb-settings-rows">
              <dt>{t('settings.theme')}</dt>
              <dd>
                <Segmented
                  label={t('settings.theme')}
                  value={theme}
                  options={THEME_CHOICES.map((value) => ({ value, label: t(`settings.theme_${value}`) }))}
                  onChange={setTheme}
                />
              </dd>
              <dt>{t('settings.language')}</dt>
              <dd>
                <Segmented
                  label={t('settings.language')}
                  value={language}
                  options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
                  onChange={setLanguage}
                />
              </dd>
            </dl>
            <p className="vb-t12 vb-muted">{t('settings.look_kept')}</p>
          </Panel>
          <LockPanel info={info} />
          <NotesPanel />
          <BackupPanel />
          <Panel title={t('settings.who')} icon="person">
            <dl className="vb-settings-rows">
              <dt>{t('settings.person')}</dt>
              <dd>{session.person.name}</dd>
              <dt>{t('settings.role')}</dt>
              <dd>{t(`role.${session.person.role}`)}</dd>
              <dt>{t('settings.zone')}</dt>
              <dd>{session.zone}</dd>
            </dl>
            <p className="vb-t12 vb-muted">{t('settings.role_limit')}</p>
          </Panel>
          <ClocksPanel mayChange={session.person.role !== 'reader'} />
          <FlagRulesPanel mayChange={session.person.role !== 'reader'} />
          <KeysPanel />
          <Panel
            title={t('settings.about')}
            icon="info"
            actions={
              <Button icon="help" keys="F1" onClick={() => goPage('security')}>
                {t('page.security')}
              </Button>
            }
          >
            <dl className="vb-settings-rows">
              <dt>{t('settings.version')}</dt>
              <dd>{info.version}</dd>
              <dt>{t('settings.window')}</dt>
              <dd>{t(`settings.window_${info.capabilities.name}`)}</dd>
              <dt>{t('settings.licence')}</dt>
              <dd>{t('settings.licence_text')}</dd>
            </dl>
          </Panel>
        </div>
      </div>
    </main>
  );
}
