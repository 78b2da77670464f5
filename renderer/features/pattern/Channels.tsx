import { useTranslation } from 'react-i18next';
import type { Channel } from '#model/pattern/events.ts';
import type { PatternView } from '#model/pattern/view.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import type { ShowRecords } from './EpisodesDialog.tsx';
import { EpisodesRow } from './EpisodesRow.tsx';

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
      {channels.map(({ channel, episodes, contacts, confirmed }) => (
        <EpisodesRow
          key={channel ?? ''}
          icon={(channel && ICONS[channel]) || 'help'}
          name={channel === null ? t('channels.unknown') : kinds(`option.channels.${channel}`)}
          sub={t('channels.sub', { count: contacts, confirmed })}
          episodes={episodes}
          most={most}
          onShow={() => onShow({ type: 'channel', channel }, episodes)}
        />
      ))}
    </ul>
  );
}
