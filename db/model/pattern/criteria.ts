import { namedWeapon } from '../weapon.ts';
import { isMinuteKnown } from '../when.ts';
import type { PatternEvent } from './events.ts';
import { nightEvents } from './heat.ts';
import { type Statement, statement } from './statement.ts';

/**
 * From straffeloven § 266 to § 266 a: what is recorded for each of the terms of § 266 a. Whether they are met is for the
 * prosecuting authority; single acts may be harmless alone, the pattern is the offence (Prop. 42 L (2015-2016) ch. 3).
 */
export interface Criterion {
  readonly id: 'repeated' | 'acts' | 'apt_to_cause_fear';
  readonly statements: readonly Statement[];
}

/** The terms of § 266 a, each with what supports it. "He" is said of confirmed senders alone. */
export function criteriaOf(events: readonly PatternEvent[]): Criterion[] {
  const confirmed = events.filter(({ sender }) => sender === 'confirmed');
  const others = events.filter(({ sender }) => sender !== 'confirmed');
  const contacts = events.reduce((sum, event) => sum + event.contacts, 0);
  const acts = (ofThese: readonly PatternEvent[], suffix: string) => [
    some(`threatens${suffix}`, ofThese.filter(threatens)),
    some(
      `follows${suffix}`,
      ofThese.filter(({ channels }) => channels.includes('following') || channels.includes('tracker')),
    ),
    some(
      `watches${suffix}`,
      ofThese.filter(({ channels }) => channels.includes('watching')),
    ),
    some(
      `turns_up${suffix}`,
      ofThese.filter(({ channels }) => channels.includes('turning_up')),
    ),
    some(`contacts${suffix}`, ofThese.filter(makesContact)),
  ];
  return [
    { id: 'repeated', statements: events.length === 0 ? [] : [statement('repeated', events, { contacts })] },
    {
      id: 'acts',
      statements: [...acts(confirmed, ''), ...acts(others, '_not_confirmed')].filter((one) => one !== null),
    },
    {
      id: 'apt_to_cause_fear',
      statements: [
        some('fear_night', nightEvents(events)),
        some(
          'fear_life',
          events.filter(({ entry }) => entry.words.has('threat_to_life')),
        ),
        some('fear_weapon', events.filter(namesWeapon)),
        some(
          'fear_children',
          events.filter(({ entry }) => sawChildren(entry)),
        ),
        some(
          'fear_home',
          events.filter(({ entry }) => entry.words.has('intrusion')),
        ),
      ].filter((one) => one !== null),
    },
  ];
}

/** What speaks against, or is not known: told as plainly as the rest. */
export function againstOf(events: readonly PatternEvent[]): Statement[] {
  const untimed = events.filter(({ entry }) => !isMinuteKnown(entry.when));
  return [
    some(
      'not_confirmed',
      events.filter(({ sender }) => sender !== 'confirmed'),
    ),
    some(
      'no_channel',
      events.filter(({ channels }) => channels.length === 0),
    ),
    some(
      'channel_read',
      events.filter(({ isRead }) => isRead),
    ),
    some('untimed', untimed),
    some(
      'dismissed',
      events.filter(({ entry: { record } }) => record.kind === 'breach' && record.values.status === 'dismissed'),
    ),
  ].filter((one) => one !== null);
}

function some(id: string, events: readonly PatternEvent[]): Statement | null {
  return events.length === 0 ? null : statement(id, events);
}

function threatens({ entry }: PatternEvent): boolean {
  return entry.record.kind === 'threat' || entry.words.has('threat');
}

const CONTACT: readonly string[] = ['call', 'sms', 'email', 'letter', 'social_media', 'gift', 'through_others'];

function makesContact({ channels, entry }: PatternEvent): boolean {
  return channels.some((channel) => CONTACT.includes(channel)) || entry.record.kind === 'contact';
}

function namesWeapon({ entry: { record, words } }: PatternEvent): boolean {
  return ('weapon' in record.values && namedWeapon(record.values.weapon) !== null) || words.has('weapon');
}

function sawChildren({ record, words }: PatternEvent['entry']): boolean {
  return ('childrenPresent' in record.values && record.values.childrenPresent === true) || words.has('children_saw');
}
