import type { RecordId } from '../ids.ts';
import type { Channel, PatternEvent } from './events.ts';

export interface ChannelCount {
  /** Null: no channel is told. */
  readonly channel: Channel | null;
  readonly episodes: number;
  readonly contacts: number;
  /** Episodes of which the sender is confirmed. */
  readonly confirmed: number;
  readonly ids: readonly RecordId[];
}

/** How she is reached, most episodes first; an episode of two channels counts in both, one of none as not told. */
export function channelsOf(events: readonly PatternEvent[]): ChannelCount[] {
  const byChannel = new Map<Channel | null, PatternEvent[]>();
  for (const event of events) {
    const channels = event.channels.length === 0 ? [null] : event.channels;
    for (const channel of channels) {
      const list = byChannel.get(channel);
      if (list) list.push(event);
      else byChannel.set(channel, [event]);
    }
  }
  return [...byChannel]
    .map(([channel, all]) => ({
      channel,
      episodes: all.length,
      contacts: all.reduce((sum, { contacts }) => sum + contacts, 0),
      confirmed: all.filter(({ sender }) => sender === 'confirmed').length,
      ids: all.map(({ id }) => id),
    }))
    .sort((a, b) => Number(a.channel === null) - Number(b.channel === null) || b.episodes - a.episodes);
}

/** How near to her a channel brings him: from afar, through others and her things, in person. */
const NEARNESS: Readonly<Partial<Record<Channel, 1 | 2 | 3>>> = {
  call: 1,
  sms: 1,
  email: 1,
  letter: 1,
  social_media: 1,
  gift: 2,
  through_others: 2,
  tracker: 2,
  damage: 2,
  watching: 3,
  following: 3,
  turning_up: 3,
};

/** 0 not told, 1 from afar, 2 through others or her things, 3 in person. */
export function nearnessOf({ channels }: PatternEvent): 0 | 1 | 2 | 3 {
  return Math.max(0, ...channels.map((channel) => NEARNESS[channel] ?? 0)) as 0 | 1 | 2 | 3;
}
