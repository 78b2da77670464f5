import { type Entry, Known } from '../flags/known.ts';
import type { CaseRecords } from '../flags/records.ts';
import type { WordList } from '../flags/words.ts';
import type { RecordId } from '../ids.ts';
import { CHANNELS, type SENDERS } from '../kinds/fact.ts';
import { type LocalTime, localTimes } from './local.ts';

export type Channel = (typeof CHANNELS)[number];
export type Sender = (typeof SENDERS)[number];

/** One entry of what was done against her. An entry is an episode; it can stand for several contacts. */
export interface PatternEvent {
  readonly id: RecordId;
  readonly entry: Entry;
  readonly isBreach: boolean;
  /** Weekday, hour and week in the zone of its time. */
  readonly local: LocalTime;
  readonly contacts: number;
  /** Who did it, as far as is known: the record's word, or where it has none whether its source names him. */
  readonly sender: Sender;
  readonly channels: readonly Channel[];
  /** The channels were read from the words of the text, not chosen. */
  readonly isRead: boolean;
  /** Place as it is told: the id of a place or a text; null where none is. */
  readonly place: string | null;
}

/** What a person does against her is told in these kinds. */
const KINDS = ['threat', 'incident', 'contact', 'breach'] as const;

/** Words from which a channel is read where none was chosen. */
const READ: readonly (readonly [WordList, Channel])[] = [
  ['channel_call', 'call'],
  ['channel_message', 'sms'],
  ['surveillance', 'following'],
  ['channel_turning_up', 'turning_up'],
  ['intrusion', 'turning_up'],
];

/**
 * What was done against her as it was known at `at` (ms UTC), in order. Her own contacts, those of the police or of
 * somebody else, and what a lawyer held not to be a breach are not among it.
 */
export function patternEvents(records: CaseRecords, at: number): PatternEvent[] {
  const localOf = localTimes();
  const events: PatternEvent[] = [];
  for (const entry of new Known(records, at).of(...KINDS)) {
    let event = made.get(entry);
    if (event === undefined) {
      event = eventOf(entry, localOf);
      made.set(entry, event);
    }
    if (event !== null) events.push(event);
  }
  return events;
}

/** Kept as long as the entry itself, which is the same at most instants. */
const made = new WeakMap<Entry, PatternEvent | null>();

/** Null where it is none. */
function eventOf(entry: Entry<(typeof KINDS)[number]>, localOf: ReturnType<typeof localTimes>): PatternEvent | null {
  const { record, by } = entry;
  if (by === 'protected' || by === 'child') return null;
  // A contact that names no sender may be with anybody.
  if (record.kind === 'contact' && record.values.sender === null && by !== 'threat_actor') return null;
  if (record.kind === 'breach' && record.values.status === 'not_a_breach') return null;
  const chosen = record.values.channels ?? [];
  // Somebody else's own doing says nothing of him; what he does through others does.
  if (senderOf(entry) === 'other' && !chosen.includes('through_others')) return null;
  const read = chosen.length === 0 ? readChannels(entry.words) : [];
  return {
    id: record.id,
    entry,
    isBreach: record.kind === 'breach',
    local: localOf(entry.when.fromAt, entry.when.zone),
    contacts: ('contacts' in record.values && record.values.contacts) || 1,
    sender: senderOf(entry),
    channels: chosen.length === 0 ? read : chosen,
    isRead: read.length > 0,
    place: record.values.placeId ?? (record.values.placeText?.trim().toLowerCase() || null),
  };
}

function senderOf({ record, by }: Entry<(typeof KINDS)[number]>): Sender {
  return record.values.sender ?? (by === 'threat_actor' ? 'confirmed' : 'unknown');
}

function readChannels(words: Entry['words']): Channel[] {
  const found = new Set(READ.flatMap(([list, channel]) => (words.has(list) ? channel : [])));
  return CHANNELS.filter((channel) => found.has(channel));
}
