import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';

interface Props {
  icon: IconName;
  name: string;
  /** What is known of it besides how often. */
  sub: ReactNode;
  episodes: number;
  /** Episodes of the row that has most of them: its bar is full. */
  most: number;
  /** Shows the episodes themselves. */
  onShow: () => void;
}

/** One way or one place of a pattern, with its number of episodes as a bar; pressing it shows their records. */
export function EpisodesRow({ icon, name, sub, episodes, most, onShow }: Props) {
  const { t } = useTranslation('pattern');
  return (
    <li>
      <button type="button" onClick={onShow}>
        <Icon name={icon} />
        <span>
          {name}
          <span className="vb-muted">{sub}</span>
        </span>
        <span className="vb-channel-bar">
          <i style={{ width: `${(100 * episodes) / most}%` }} />
        </span>
        <strong>
          {episodes}
          <span className="vb-sr"> {t('channels.episodes', { count: episodes })}</span>
        </strong>
      </button>
    </li>
  );
}
