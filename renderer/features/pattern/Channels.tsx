import { useTranslation } from 'react-i18next';
import type { Channel } from '#model/pattern/events.ts';
import type { PatternView } from '#model/pattern/view.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import type { ShowRecords } from './EpisodesDialog.tsx';

const ICONS: Partial<Record<Channel, IconName>> = {
  call: 'phone',
  sms: 'message',
  email: 'message',
  letter: 'message',
  social_media: 'message',
  through_others: 'people',
  turning_up: 'pin',
  watching: 'eye',
  following: 'eye',
  tracker: 'signal',
};

interface Props {
  channels: PatternView['channels'];
  onShow: ShowRecords;
}

/** How she is reached, most episodes first; who the sender is, is told beside. */
export function Channels({ channels, onShow }: Props) {
  const { t } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const most = Math.max(1, ...channels.map(({ episodes }) => episodes));
  return (
    <ul className="vb-channels">
      {channels.map(({ channel, episodes, contacts, confirmed }) => {
        const name = channel === null ? t('channels.unknown') : kinds(`option.channels.${channel}`);
        return (
          <li key={channel ?? ''}>
            <button type="button" onClick={() => onShow({ type: 'channel', channel }, episodes)}>
              <Icon name={(channel && ICONS[channel]) || 'help'} />
              <span>
                {name}
                <span className="vb-muted">{t('channels.sub', { contacts, confirmed })}</span>
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
      })}
    </ul>
  );
}
