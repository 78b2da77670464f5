import { useTranslation } from 'react-i18next';
import type { AppInfo } from '#contract/app.ts';
import { LANGUAGES } from '#contract/common.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useLanguage } from '../use-language.ts';
import type { GateView } from './Gate.tsx';

interface Props {
  info: AppInfo;
  view: GateView;
  onView: (view: GateView) => void;
}

/** What this window promises and lacks, and the ways that need no book. */
export function GateFoot({ info, view, onView }: Props) {
  const { t } = useTranslation(['vault', 'app']);
  const { language, setLanguage } = useLanguage();
  const languages = LANGUAGES.map((code) => ({
    id: code,
    label: t(`app:language.${code}`),
    checked: code === language,
    run: () => setLanguage(code),
  }));
  return (
    <footer className="vb-gate-foot">
      <span>
        <Icon name="net-off" size={14} /> {t('foot.no_network')}
      </span>
      <span>
        <Icon name={info.capabilities.contentProtection ? 'eye-off' : 'eye'} size={14} />
        {t(info.capabilities.contentProtection ? 'foot.capture_blocked' : 'foot.capture_open')}
      </span>
      <div className="vb-gate-foot-end">
        <Menu groups={[languages]} side="top-end">
          <Button variant="quiet" size="sm" iconAfter="chev-d">
            {t(`app:language.${language}`)}
          </Button>
        </Menu>
        {view !== 'create' && (
          <Button variant="quiet" size="sm" onClick={() => onView('create')}>
            {t('foot.create')}
          </Button>
        )}
        {view !== 'unlock' && (
          <Button variant="quiet" size="sm" onClick={() => onView('unlock')}>
            {t('foot.unlock')}
          </Button>
        )}
        {view !== 'help' && (
          <Button variant="quiet" size="sm" keys="F1" onClick={() => onView('help')}>
            {t('foot.help')}
          </Button>
        )}
        <span className="vb-muted">{t('app:version', { version: info.version })}</span>
      </div>
    </footer>
  );
}
