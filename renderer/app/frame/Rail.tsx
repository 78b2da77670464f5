import { useTranslation } from 'react-i18next';
import type { AppInfo, SessionInfo } from '#contract/app.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { type Page, useNavigation } from '#renderer/ui/navigation.ts';
import { Tip } from '#renderer/ui/Tip.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useActing } from '../today/use-today.ts';
import { initials } from './initials.ts';
import { Logo } from './Logo.tsx';
import { useActivity } from './use-activity.ts';
import './rail.css';

interface Entry {
  readonly page: Page;
  readonly icon: IconName;
}

/** What the rail leads to, from top to bottom: a page has its entry here once it exists. */
const ENTRIES: readonly Entry[] = [
  { page: 'today', icon: 'today' },
  { page: 'cases', icon: 'cases' },
  { page: 'board', icon: 'timeline' },
  { page: 'resources', icon: 'people' },
  { page: 'search', icon: 'search' },
  { page: 'log', icon: 'log' },
  { page: 'settings', icon: 'settings' },
];

interface Props {
  info: AppInfo;
  session: SessionInfo;
  /** ms until the idle lock when it is near. */
  locksInMs: number | null;
  onLock: () => void;
}

/** The way to every page; at its foot who is signed in, the lock, and the time to the idle lock. */
export function Rail({ info, session, locksInMs, onLock }: Props) {
  const { t } = useTranslation('app');
  const current = useNavigation((n) => (n.page === 'case' ? 'cases' : n.page));
  const goPage = useNavigation((n) => n.goPage);
  const { t: tToday } = useTranslation('today');
  const acting = useActing().data?.rows.length ?? 0;
  const nameOf = (page: Page) =>
    page === 'today' && acting > 0 ? tToday('badge', { count: acting }) : t(`page.${page}`);
  const person = t('signed_in', { name: session.person.name, role: t(`role.${session.person.role}`) });
  return (
    <nav className="vb-rail" aria-label={t('rail')}>
      <span className="vb-rail-logo">
        <Logo size={26} />
      </span>
      {ENTRIES.map(({ page, icon }) => (
        <Tip key={page} label={nameOf(page)} side="right">
          <button
            type="button"
            className="vb-rail-entry"
            aria-label={nameOf(page)}
            {...(page === current ? { 'aria-current': 'page' as const } : {})}
            onClick={() => goPage(page)}
          >
            <Icon name={icon} size={20} />
            {page === 'today' && acting > 0 && (
              <span className="vb-rail-badge" aria-hidden="true">
                {acting > 99 ? '99+' : acting}
              </span>
            )}
          </button>
        </Tip>
      ))}
      <div className="vb-rail-foot">
        <Tip label={person} side="right">
          <button type="button" className="vb-rail-person" onClick={() => goPage('settings')}>
            <span className="vb-sr">{person}</span>
            <span aria-hidden="true">{initials(session.person.name)}</span>
          </button>
        </Tip>
        <IconButton icon="lock" size="lg" label={t('lock')} keys="Ctrl+L" tipSide="right" onClick={onLock} />
        <LockClock idleLockMs={info.idleLockMs} locksInMs={locksInMs} />
      </div>
    </nav>
  );
}

/** Minutes until the idle lock; seconds in the last one. */
function LockClock({ idleLockMs, locksInMs }: { idleLockMs: number; locksInMs: number | null }) {
  const { t } = useTranslation('app');
  const words = useTimeWords();
  const activeAt = useActivity();
  const near = locksInMs !== null;
  const now = useNow(near ? 'second' : 'minute', Date.now);
  const left = Math.max(0, activeAt + idleLockMs - now);
  const shown = near ? words.length(left) : words.length(Math.max(60_000, left));
  return (
    <Tip label={t('locks_in', { length: shown })} side="right">
      <span className="vb-rail-clock">
        <span className="vb-sr">{t('locks_in', { length: shown })}</span>
        <span aria-hidden="true">{shown}</span>
      </span>
    </Tip>
  );
}
