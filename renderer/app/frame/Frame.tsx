import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo, SessionInfo } from '#contract/app.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { CrashGuard } from '../CrashGuard.tsx';
import { Palette } from '../palette/Palette.tsx';
import { KeysDialog, RecordPeek } from '../slots.ts';
import { useAlerts } from '../today/use-alerts.ts';
import { Banner } from './Banner.tsx';
import { OpeningNotice } from './OpeningNotice.tsx';
import { PageView } from './PageView.tsx';
import { Rail } from './Rail.tsx';
import { useBookEvents } from './use-book-events.ts';
import { useHistoryCommands } from './use-history.ts';
import { useKeys } from './use-keys.ts';
import './frame.css';

/** What surrounds every page of an open book: banner, rail, palette, keys, messages about the lock. */
export function Frame({ info, session }: { info: AppInfo; session: SessionInfo }) {
  const { t } = useTranslation(['app', 'keys']);
  const notify = useNotify();
  const words = useTimeWords();
  const [palette, setPalette] = useState(false);
  const [keysShown, setKeysShown] = useState(false);
  const [peek, setPeek] = useState<RecordId | null>(null);
  const lock = useAction('vault.lock');
  const { locking, locksInMs } = useBookEvents();
  const back = useNavigation((n) => n.back);
  const forward = useNavigation((n) => n.forward);
  const goPage = useNavigation((n) => n.goPage);
  const onLock = () => lock.mutate({}, { onError: notify.fail });

  useAlerts();
  useHistoryCommands();
  useCommands([
    {
      id: 'palette',
      label: t('palette.open'),
      icon: 'search',
      keys: 'Ctrl+K',
      hidden: true,
      run: () => setPalette(true),
    },
    { id: 'search', label: t('page.search'), icon: 'search', keys: 'Ctrl+Shift+K', run: () => goPage('search') },
    { id: 'keys', label: t('keys:open'), icon: 'help', keys: '?', run: () => setKeysShown(true) },
    { id: 'lock', label: t('lock'), icon: 'lock', keys: 'Ctrl+L', run: onLock },
    { id: 'back', label: t('back'), icon: 'chev-l', keys: 'Alt+ArrowLeft', run: back },
    { id: 'forward', label: t('forward'), icon: 'chev-r', keys: 'Alt+ArrowRight', run: forward },
    { id: 'security', label: t('page.security'), icon: 'help', keys: 'F1', run: () => goPage('security') },
  ]);
  useKeys(!locking);

  return (
    <div className="vb-frame">
      <Banner info={info} purpose={session.purpose} />
      <Rail info={info} session={session} locksInMs={locksInMs} onLock={onLock} />
      <div className="vb-main" aria-busy={locking}>
        <OpeningNotice session={session} />
        {locksInMs !== null && (
          <section className="vb-main-notice" aria-label={t('messages')}>
            <Notice title={t('idle.title', { length: words.length(locksInMs) })}>{t('idle.text')}</Notice>
          </section>
        )}
        <div className="vb-page">
          <CrashGuard>
            <PageView info={info} session={session} onPeek={setPeek} />
          </CrashGuard>
        </div>
      </div>
      <Palette open={palette} onClose={() => setPalette(false)} onPeek={setPeek} />
      {keysShown && (
        <Suspense>
          <KeysDialog onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
      {peek && (
        <Suspense>
          <RecordPeek id={peek} onClose={() => setPeek(null)} />
        </Suspense>
      )}
      {locking && (
        <div className="vb-locking" role="status">
          {t('locking')}
        </div>
      )}
    </div>
  );
}
