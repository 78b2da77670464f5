import type { RecordId } from '../ids.ts';
import type { ChannelCount } from './channels.ts';
import type { ControlFacts } from './control.ts';
import type { Criterion } from './criteria.ts';
import type { Channel } from './events.ts';
import type { Heat } from './heat.ts';
import type { PlaceCount } from './places.ts';
import type { Pattern } from './read-pattern.ts';
import type { Statement } from './statement.ts';

/** A statement without its records: they are asked for by `PatternPart`. */
export interface StatementView extends Pick<Statement, 'id' | 'values'> {
  /** How many records it rests on. */
  readonly records: number;
}

/** A place by its name; null: no place is told. */
interface PlaceView extends Omit<PlaceCount, 'ids' | 'placeId' | 'text'> {
  readonly name: string | null;
}

/** A pattern as it is drawn: figures and sentences, and of the records behind them how many they are. */
export interface PatternView extends Pick<Pattern, 'contacts' | 'breaches' | 'weeks' | 'stretches'> {
  readonly episodes: number;
  /** Its cells hold the number of their episodes, by weekday and hour. */
  readonly heat: Pick<Heat, 'untimed' | 'timed' | 'atNight'> & { readonly cells: readonly (readonly number[])[] };
  readonly channels: readonly Omit<ChannelCount, 'ids'>[];
  readonly places: readonly PlaceView[];
  readonly criteria: readonly { readonly id: Criterion['id']; readonly statements: readonly StatementView[] }[];
  readonly development: readonly StatementView[];
  readonly against: readonly StatementView[];
  readonly control: Pick<ControlFacts, 'fromAt' | 'registered' | 'unconfirmed' | 'isRepeat'> & {
    readonly breaches: number;
    readonly possible: number;
  };
}

/** Which figure or sentence is asked what it rests on. */
export type PatternPart =
  | { readonly type: 'hour'; readonly weekday: number; readonly hour: number }
  | { readonly type: 'channel'; readonly channel: Channel | null }
  | { readonly type: 'place'; readonly place: string | null }
  | { readonly type: 'statement'; readonly group: Criterion['id'] | 'development' | 'against'; readonly id: string }
  | { readonly type: 'control' };

/** What was done while an order was in force, apart from any filter of the page. */
export interface UnderOrderPart {
  readonly type: 'under_order';
  readonly which: 'breaches' | 'notBreaches' | 'open';
}

/** What of a pattern is drawn. @param placeNames names of the book's places, by their ids */
export function patternView(pattern: Pattern, placeNames: ReadonlyMap<RecordId, string>): PatternView {
  const { heat, channels, places, criteria, control } = pattern;
  return {
    episodes: pattern.episodes.length,
    contacts: pattern.contacts,
    breaches: pattern.breaches,
    heat: { ...heat, cells: heat.cells.map((day) => day.map(({ episodes }) => episodes)) },
    weeks: pattern.weeks,
    stretches: pattern.stretches,
    channels: channels.map(({ ids: _, ...counts }) => counts),
    places: places.map(({ ids: _, placeId, text, ...counts }) => ({
      ...counts,
      name: placeId === null ? text : (placeNames.get(placeId) ?? ''),
    })),
    criteria: criteria.map(({ id, statements }) => ({ id, statements: statements.map(statementView) })),
    development: pattern.development.map(statementView),
    against: pattern.against.map(statementView),
    control: { ...control, breaches: control.breaches.length, possible: control.possible.length },
  };
}

function statementView({ id, values, records }: Statement): StatementView {
  return { id, values, records: records.length };
}

/** The records that a figure or sentence rests on, in order; none where the pattern does not have it. */
export function recordsBehind(pattern: Pattern, part: PatternPart): readonly RecordId[] {
  switch (part.type) {
    case 'hour':
      return pattern.heat.cells[part.weekday]?.[part.hour]?.ids ?? [];
    case 'channel':
      return pattern.channels.find(({ channel }) => channel === part.channel)?.ids ?? [];
    case 'place':
      return pattern.places.find(({ place }) => place === part.place)?.ids ?? [];
    case 'control':
      return pattern.control.breaches;
    case 'statement': {
      const { group } = part;
      const statements =
        group === 'development' || group === 'against'
          ? pattern[group]
          : pattern.criteria.find(({ id }) => id === group)?.statements;
      return statements?.find(({ id }) => id === part.id)?.records ?? [];
    }
  }
}
