/** When he comes out: the end of a remand, a release or a leave that is told ahead. */

import type { RecordId } from '#model/ids.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import { type When, whenAtMinute } from '#model/when.ts';
import type { Circle, Reading, Told } from './types.ts';

export type Remand = Told<'remand', 'personId' | 'fromAt' | 'untilAt' | 'extendsId' | 'releasedAt'>;
export type Whereabouts = Told<'whereabouts', 'personId' | 'since' | 'change' | 'state'>;

/**
 * Ends of remand: the last day it was decided for, or the day he is let go before it where that is known ahead. One that
 * was extended ends with its extension.
 */
export function remandDates(remands: readonly Remand[], circle: Circle, zone: string, nowAt: number): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  for (const remand of remands) {
    const { id, values } = remand;
    const { personId, untilAt, releasedAt } = values;
    if (personId !== null && circle.hers.includes(personId)) continue;
    const longer = untilAt === null ? undefined : remands.find((other) => goesOn(other, remand, untilAt));
    if (untilAt === null) reading.gone.set(id, 'no_date');
    else if (releasedAt !== null && releasedAt <= nowAt && releasedAt < untilAt) reading.gone.set(id, 'released');
    else if (longer) {
      reading.gone.set(id, 'replaced');
      reading.follows.set(id, longer.id);
    } else {
      reading.dates.push({
        type: 'release',
        reason: 'remand_ends',
        sourceId: id,
        date: whenAtMinute(Math.min(untilAt, releasedAt ?? untilAt), zone),
        endsAt: null,
        personIds: circle.hers,
      });
    }
  }
  return reading;
}

/** True if the other remand is the extension of this one, or of the same person and there when this one ends. */
function goesOn(other: Remand, { id, values }: Remand, untilAt: number): boolean {
  if (other.id === id || other.values.untilAt === null || other.values.untilAt <= untilAt) return false;
  if (other.values.extendsId === id) return true;
  const { personId, fromAt } = other.values;
  return personId !== null && personId === values.personId && fromAt !== null && fromAt <= untilAt;
}

const OUT: readonly string[] = ['at_large', 'leave', 'electronic_control'];

/**
 * Releases and leaves as his whereabouts tell them, the coming ones too: out of where he was held, or said to be one. Once
 * he has been taken in again nothing is left of it. An escape is no date: the command for it does what is to be done.
 */
export function whereaboutsDates(entries: readonly Whereabouts[], circle: Circle, nowAt: number): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  const his = entries.filter(({ values }) => circle.threatActors.has(values.personId));
  for (const [, own] of Map.groupBy(his, ({ values }) => values.personId)) {
    const sorted = own.toSorted((a, b) => a.values.since.fromAt - b.values.since.fromAt || (a.id < b.id ? -1 : 1));
    for (const [index, { id, values }] of sorted.entries()) {
      const { state, change, since } = values;
      const wasHeld = HELD_STATES.has(sorted[index - 1]?.values.state ?? '');
      const isOut =
        OUT.includes(state) && (change === 'released' || change === 'leave' || (wasHeld && change !== 'escaped'));
      const next = sorted[index + 1]?.values;
      if (!isOut) reading.gone.set(id, HELD_STATES.has(state) ? 'taken_in' : 'no_date');
      else if (next && HELD_STATES.has(next.state) && next.since.toAt <= nowAt) reading.gone.set(id, 'taken_in');
      else reading.dates.push(released(id, since, state === 'leave', circle));
    }
  }
  return reading;
}

function released(sourceId: RecordId, date: When, isLeave: boolean, circle: Circle): Reading['dates'][number] {
  return {
    type: 'release',
    reason: isLeave ? 'leave' : 'release',
    sourceId,
    date,
    endsAt: null,
    personIds: circle.hers,
  };
}
