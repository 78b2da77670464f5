import type { CaseRecords } from '../flags/records.ts';
import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';
import type { When } from '../when.ts';
import { type Stretch, stretchesOf } from './change-points.ts';
import { type ChannelCount, channelsOf } from './channels.ts';
import { type ControlFacts, controlFacts } from './control.ts';
import { againstOf, type Criterion, criteriaOf } from './criteria.ts';
import { developmentOf } from './development.ts';
import { type Channel, type PatternEvent, patternEvents, type Sender } from './events.ts';
import { type Heat, heatOf } from './heat.ts';
import { type PlaceCount, placesOf } from './places.ts';
import type { Statement } from './statement.ts';
import { type Week, weeksOf } from './weeks.ts';

/** An episode as the page lists it. */
export interface Episode {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly when: When;
  readonly contacts: number;
  readonly sender: Sender;
  readonly channels: readonly Channel[];
}

/** What was done against her, counted and told in plain words. No score: nothing here says what it means. */
export interface Pattern {
  readonly episodes: readonly Episode[];
  /** Contacts that the episodes stand for. */
  readonly contacts: number;
  readonly breaches: number;
  readonly heat: Heat;
  readonly weeks: readonly Week[];
  /** Stretches of weeks with one rate each; where one follows another the rate changed. */
  readonly stretches: readonly Stretch[];
  readonly channels: readonly ChannelCount[];
  readonly places: readonly PlaceCount[];
  readonly criteria: readonly Criterion[];
  readonly development: readonly Statement[];
  readonly against: readonly Statement[];
  readonly control: ControlFacts;
}

export interface PatternFilter {
  /** Only episodes of this channel. */
  readonly channel?: Channel | undefined;
  /** Only what happened then or later, ms UTC. */
  readonly fromAt?: number | undefined;
}

/** The pattern of a case as it was known at `at` (ms UTC). Pure. */
export function readPattern(records: CaseRecords, at: number, filter: PatternFilter = {}): Pattern {
  const { channel, fromAt } = filter;
  const all = patternEvents(records, at);
  const events = all.filter(
    ({ entry, channels }) =>
      (channel === undefined || channels.includes(channel)) && (fromAt === undefined || entry.bounds.toAt > fromAt),
  );
  const weeks = weeksOf(events, at, records.zone);
  return {
    episodes: events.map(episodeOf),
    contacts: events.reduce((sum, event) => sum + event.contacts, 0),
    breaches: events.filter(({ isBreach }) => isBreach).length,
    heat: heatOf(events),
    weeks,
    stretches: stretchesOf(weeks.map(({ episodes }) => episodes)),
    channels: channelsOf(events),
    places: placesOf(events),
    criteria: criteriaOf(events),
    development: developmentOf(events, weeks, at),
    against: againstOf(events),
    // The law looks back twelve months whatever the page shows.
    control: controlFacts(all, at, records.zone),
  };
}

/** An event as the page lists it. */
export function episodeOf({ id, entry: { record, when }, contacts, sender, channels }: PatternEvent): Episode {
  return {
    id,
    kind: record.kind,
    title: record.title,
    titleEn: record.titleEn,
    when,
    contacts,
    sender,
    channels,
  };
}
