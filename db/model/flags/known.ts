import type { CaseRole } from '../kinds/person.ts';
import type { Kind } from '../kinds.ts';
import { type Bounds, boundsOf, isDayKnown, isMinuteKnown, qualified, type When, whenAtMinute } from '../when.ts';
import { type FlagLimits, STANDARD_LIMITS } from './limits.ts';
import type { CaseRecord, CaseRecords } from './records.ts';
import { type WordList, wordsIn } from './words.ts';

/** A record as it was known at an instant. */
export interface Entry<K extends Kind = Kind> {
  readonly record: CaseRecord<K>;
  /** When it happened; of a record without a time, when it was entered. */
  readonly when: When;
  /** Where it must lie; what was entered as past lies before it was entered, however it was told. */
  readonly bounds: Bounds;
  readonly texts: readonly string[];
  /** What every list of words finds in the texts: their first words, as they stand there. */
  readonly words: ReadonlyMap<WordList, string>;
  /** Part in the case of whoever acted; null where no person is named. */
  readonly by: CaseRole | null;
  /** The police learned of it after the instant that is asked for. */
  readonly hindsight: boolean;
}

/** A record and the words in it that a list found. */
export interface Hit {
  readonly entry: Entry;
  readonly word: string;
}

/** A case as it was known at one instant. */
export class Known {
  readonly at: number;
  readonly zone: string;
  /** The days of the rules that the unit sets. */
  readonly limits: FlagLimits;
  /** In the order of time and, where times overlap alike, of the story. */
  readonly entries: readonly Entry[];
  /** What had been planned by then and lies ahead, by its own time. */
  readonly ahead: readonly Entry[];
  readonly #byKind: ReadonlyMap<Kind, readonly Entry[]>;
  readonly #ofKinds = new Map<string, readonly Entry[]>();
  #hits: ReadonlyMap<WordList, readonly Hit[]> | null = null;

  /** @param at ms UTC */
  constructor(records: CaseRecords, at: number, limits: FlagLimits = STANDARD_LIMITS) {
    const { told, roles, entries } = toldCase(records);
    this.at = at;
    this.zone = records.zone;
    this.limits = limits;
    const notYet = laterToday(told, at);
    // What is told is in order already.
    this.entries = told
      .filter((one) => isKnown(one, at) && !notYet(one))
      .map((one) => {
        const kept = entries.get(one);
        const isHindsight = hindsightOf(one, at);
        if (kept?.hindsight === isHindsight) return kept;
        const entry = entryOf(one, one.when, roles, isHindsight);
        entries.set(one, entry);
        return entry;
      });
    this.ahead = told
      .filter(({ record, when, scheduled }) => record.createdAt <= at && earliestOf(scheduled ?? when) > at)
      .map((one) => entryOf(one, one.scheduled ?? one.when, roles, hindsightOf(one, at)))
      .sort(inOrder);
    this.#byKind = Map.groupBy(this.entries, ({ record }) => record.kind);
  }

  /** What is known of these kinds, in order. */
  of<K extends Kind>(...kinds: readonly K[]): readonly Entry<K>[] {
    const there = kinds.filter((kind) => this.#byKind.has(kind));
    const [only] = there;
    if (there.length <= 1) return ((only && this.#byKind.get(only)) ?? []) as unknown as readonly Entry<K>[];
    const key = there.join(' ');
    let entries = this.#ofKinds.get(key);
    if (!entries) {
      const asked = new Set<Kind>(there);
      entries = this.entries.filter(({ record }) => asked.has(record.kind));
      this.#ofKinds.set(key, entries);
    }
    return entries as unknown as readonly Entry<K>[];
  }

  /** Those of these kinds in whose texts the list finds words. */
  hits(list: WordList, ...kinds: readonly Kind[]): Hit[] {
    this.#hits ??= hitsOf(this.entries);
    return (this.#hits.get(list) ?? []).filter(({ entry }) => kinds.includes(entry.record.kind));
  }
}

function hitsOf(entries: readonly Entry[]): Map<WordList, Hit[]> {
  const hits = new Map<WordList, Hit[]>();
  for (const entry of entries) {
    for (const [list, word] of entry.words) {
      const own = hits.get(list);
      if (own) own.push({ entry, word });
      else hits.set(list, [{ entry, word }]);
    }
  }
  return hits;
}

/** Earlier first; of those that begin together what the story tells first. */
function inOrder(a: Pick<Entry, 'when' | 'record'>, b: Pick<Entry, 'when' | 'record'>): number {
  return (
    a.when.fromAt - b.when.fromAt ||
    a.record.storyOrder - b.record.storyOrder ||
    a.record.createdAt - b.record.createdAt
  );
}

/**
 * True if `a` came after `b`: by their times where these lie apart; where they overlap by the order in which their source
 * tells them, and without one by their beginnings. Of a time that is known as about, before or after nobody can say how
 * it overlaps: then neither came after the other.
 */
export function isAfter(a: Entry, b: Entry): boolean {
  if (a.bounds.fromAt >= b.bounds.toAt) return true;
  if (a.bounds.toAt <= b.bounds.fromAt) return false;
  const [told, before] = [a.record.storyOrder, b.record.storyOrder];
  if (told > 0 && before > 0 && told !== before) return told > before;
  if (a.when.qualifier || b.when.qualifier) return false;
  return a.when.fromAt > b.when.fromAt || (a.when.fromAt === b.when.fromAt && a.record.createdAt > b.record.createdAt);
}

/** What a record tells at whatever instant it is asked for. */
interface Told {
  readonly record: CaseRecord;
  readonly zone: string;
  readonly when: When;
  /** When it is to be held. */
  readonly scheduled: When | null;
  readonly texts: readonly string[];
  readonly words: ReadonlyMap<WordList, string>;
}

interface ToldCase {
  /** In order. */
  readonly told: readonly Told[];
  readonly roles: ReadonlyMap<string, CaseRole>;
  /** As they were made for the instant that was asked for last: most are the same at every one. */
  readonly entries: Map<Told, Entry>;
}

const toldCases = new WeakMap<CaseRecords, ToldCase>();

/** The same at every instant, so worked out once for these records. */
function toldCase(given: CaseRecords): ToldCase {
  const known = toldCases.get(given);
  if (known) return known;
  const { zone, records } = given;
  const roles = new Map<string, CaseRole>();
  for (const record of records) {
    if (record.kind === 'case_person') roles.set(record.values.personId, record.values.role);
  }
  const made = { told: records.map((record) => toldOf(record, zone)).sort(inOrder), roles, entries: new Map() };
  toldCases.set(given, made);
  return made;
}

/** Kept as long as the record itself: a record that changes is another object. */
const toldRecords = new WeakMap<CaseRecord, Told>();

function toldOf(record: CaseRecord, zone: string): Told {
  const known = toldRecords.get(record);
  if (known?.zone === zone) return known;
  const texts = textsOf(record);
  const made: Told = {
    record,
    zone,
    when: whenOf(record, zone),
    scheduled: scheduledOf(record, zone),
    texts,
    words: wordsIn(texts),
  };
  toldRecords.set(record, made);
  return made;
}

/** Reads the words of a record before its case is asked about: for many records this takes longer than all rules. */
export function prepareRecord(record: CaseRecord, zone: string): void {
  toldOf(record, zone);
}

const TEXTS = ['text', 'textEn', 'heading', 'statement', 'words', 'wordsEn'] as const;

function textsOf(record: CaseRecord): string[] {
  const values = record.values as Readonly<Record<string, unknown>>;
  return TEXTS.map((name) => values[name]).filter((text): text is string => typeof text === 'string' && text !== '');
}

/** When a hearing or another step is to be held. */
function scheduledOf({ kind, values }: CaseRecord, zone: string): When | null {
  // When a child is to be interviewed is a compartment of its own.
  if (kind === 'child_interview') return null;
  if (!('scheduledAt' in values) || typeof values.scheduledAt !== 'number') return null;
  return whenAtMinute(values.scheduledAt, zone);
}

/**
 * When a record happened: of a hearing without another time when it is held, of an order or a decision when it was made, of
 * a plan when it begins, of a step of the investigation when it was planned.
 */
function whenOf(record: CaseRecord, zone: string): When {
  const { values } = record;
  if ('happened' in values && values.happened) return values.happened;
  const scheduled = scheduledOf(record, zone);
  if (scheduled) return scheduled;
  if (record.kind === 'whereabouts' || record.kind === 'procedural_status') return record.values.since;
  if (record.kind === 'decision' && record.values.decidedAt !== null)
    return whenAtMinute(record.values.decidedAt, zone);
  if (record.kind === 'wish' && record.values.said) return record.values.said;
  if (record.kind === 'investigation_step') return whenAtMinute(record.createdAt, zone);
  if (record.kind === 'child_interview') return whenAtMinute(record.values.clockStartAt ?? record.createdAt, zone);
  if (record.kind === 'order') {
    const madeAt = record.values.decidedAt ?? record.values.servedAt ?? record.values.fromAt;
    if (madeAt !== null) return whenAtMinute(madeAt, zone);
  }
  if (record.startsAt !== null && record.precision !== null) {
    const toAt = record.precision === 'minute' ? record.startsAt + 60_000 : (record.endsAt ?? record.startsAt + 60_000);
    return qualified({ fromAt: record.startsAt, toAt, precision: record.precision, zone }, record.qualifier);
  }
  return whenAtMinute(record.createdAt, zone);
}

/**
 * Only what was recorded or dated by then counts, and of that what must have happened by then. A month or a year is known
 * when it has ended: before that nobody could have read what lies in the rest of it. So is what is known as about a time,
 * when the whole of it is past; what is known as after a time only has no end but its entry.
 */
function isKnown({ record, when }: Told, at: number): boolean {
  if (earliestOf(when) > at) return false;
  if (record.createdAt <= at) return true;
  return isDayKnown(when) || boundsOf(when).toAt <= at;
}

/** The first instant from which it can be said to have happened: that it was before one is known only when that is past. */
function earliestOf(when: When): number {
  return when.qualifier === 'after' ? boundsOf(when).fromAt : when.fromAt;
}

function boundsOfRecord({ createdAt }: CaseRecord, when: When): Bounds {
  const { fromAt, toAt } = boundsOf(when);
  return { fromAt, toAt: when.qualifier ? Math.min(toAt, Math.max(createdAt, when.toAt)) : toAt };
}

/**
 * Of the day on which it is asked, what the story tells after something that has not happened yet has not happened
 * either: a row of a night that is dated to the day only.
 */
function laterToday(timed: readonly Told[], at: number): (one: Told) => boolean {
  const ahead = timed.filter(({ record, when }) => isMinuteKnown(when) && when.fromAt > at && record.storyOrder > 0);
  return ({ record, when }) =>
    when.precision === 'day' &&
    !when.qualifier &&
    when.toAt > at &&
    record.createdAt > at &&
    ahead.some((next) => next.when.fromAt < when.toAt && next.record.storyOrder < record.storyOrder);
}

function hindsightOf({ record, words }: Told, at: number): boolean {
  const { policeKnew } = record.values as { policeKnew?: When | null };
  return policeKnew ? boundsOf(policeKnew).fromAt > at : words.has('hindsight');
}

function entryOf(
  { record, texts, words }: Told,
  when: When,
  roles: ReadonlyMap<string, CaseRole>,
  hindsight: boolean,
): Entry {
  const { actorId } = record.values as { actorId?: string | null };
  return {
    record,
    when,
    bounds: boundsOfRecord(record, when),
    texts,
    words,
    by: (actorId ? roles.get(actorId) : undefined) ?? null,
    hindsight,
  };
}
