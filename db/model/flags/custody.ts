import { HELD_STATES } from '../kinds/whereabouts.ts';
import type { When } from '../when.ts';
import { type Entry, isAfter, type Known } from './known.ts';

/** A time in which a threat actor was held, as far as the records tell. */
export interface Custody {
  readonly from: Entry;
  /** When it ended; null: no end is recorded. */
  readonly until: When | null;
  /** The record that tells its end; null where the first one does. */
  readonly endedBy: Entry | null;
  readonly personId: string | null;
}

/** Every time in custody that was known, in order. */
export function custodyOf(known: Known): Custody[] {
  const releases = releasesOf(known);
  return known.of('arrest', 'remand', 'response_step', 'whereabouts').flatMap((from): Custody[] => {
    const { record } = from;
    if (record.kind === 'whereabouts') {
      if (!HELD_STATES.has(record.values.state)) return [];
      return [{ from, personId: record.values.personId, ...endOf(from, releases, record.values.personId) }];
    }
    if (record.kind === 'response_step') {
      if (record.values.step !== 'remand_decided') return [];
      const { untilAt } = record.values;
      if (untilAt !== null) return [{ from, until: minute(untilAt, from), endedBy: null, personId: null }];
      return [{ from, personId: null, ...endOf(from, releases, null) }];
    }
    const personId = record.values.personId ?? record.values.actorId;
    const { releasedAt } = record.values;
    const stated = releasedAt ?? (record.kind === 'remand' ? record.values.untilAt : null);
    if (stated !== null) return [{ from, until: minute(stated, from), endedBy: null, personId }];
    const end = endOf(from, releases, personId);
    // An arrest without a release on record says no more than its own day; a remand lasts until its end is told.
    if (record.kind === 'arrest' && end.until === null) return [{ from, until: from.when, endedBy: null, personId }];
    return [{ from, personId, ...end }];
  });
}

/** True if no threat actor is held at the instant that is asked for; not known counts as at liberty. */
export function isAtLiberty(known: Known, custody: readonly Custody[] = custodyOf(known)): boolean {
  const held = custody.filter(({ until }) => until === null || !hasEnded(until, known.at));
  if (held.length === 0) return true;
  const actors = known.of('case_person').filter(({ record }) => record.values.role === 'threat_actor');
  const persons = new Set(held.map(({ personId }) => personId));
  // With a hold on somebody who is not named, nobody can say that it is not him.
  return actors.length > 0 && !persons.has(null) && actors.some(({ record }) => !persons.has(record.values.personId));
}

/**
 * True if an end on record has come. One that is known as about, before or after a time counts from when it is known: he
 * may be out, and then nothing that may have ended is counted on.
 */
export function hasEnded(until: When, at: number): boolean {
  return until.qualifier !== undefined || until.toAt <= at;
}

/** Records that he was let out: a step of release, told as such or in words, or a later entry of where he is. */
export function releasesOf(known: Known): Entry[] {
  return known.of('court_step', 'response_step', 'whereabouts').filter(({ record, words }) => {
    if (record.kind === 'response_step') return record.values.step === 'release';
    if (record.kind === 'whereabouts') return !HELD_STATES.has(record.values.state);
    return record.values.step === 'release' || (record.values.step === null && words.has('release'));
  });
}

function endOf(from: Entry, releases: readonly Entry[], personId: string | null) {
  const release = releases.find((one) => isAfter(one, from) && isOf(one, personId));
  return { until: release?.when ?? null, endedBy: release ?? null };
}

/** An entry of where somebody is speaks of that person alone; a step of a court may not name whom it released. */
function isOf({ record }: Entry, personId: string | null): boolean {
  return record.kind !== 'whereabouts' || personId === null || record.values.personId === personId;
}

function minute(at: number, { when }: Entry): When {
  return { fromAt: at, toAt: at + 60_000, precision: 'minute', zone: when.zone };
}
