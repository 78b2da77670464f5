import { remandDates } from '../plan/dates/custody-dates.ts';
import { circleOf } from '../plan/dates/known.ts';
import { type When, whenAtMinute } from '../when.ts';
import type { Entry, Known } from './known.ts';

/** Something in the case that turned or will turn, and when. */
interface Turn {
  readonly entry: Entry;
  /** Of a remand its end, of an arrest when he was let go; of the rest when it was or is to be. */
  readonly when: When;
  /** The word that told it; empty where the record as such does. */
  readonly word: string;
}

/** Of a step of the court or a note its words may tell it. */
const KINDS: readonly string[] = ['court_step', 'order', 'note', 'wish'];
const STEPS: readonly string[] = ['summons', 'hearing', 'remand_hearing', 'main_hearing', 'release', 'judgment'];
/** Of these dates the hearing or the remand itself is read, which moves. */
const OF_A_RECORD: readonly string[] = ['release', 'court_date'];

/** Every turn that was known, those that lie ahead too, by their time. */
export function turnsOf(known: Known): Turn[] {
  const turns = [...known.entries, ...known.ahead].flatMap(turnOf);
  return [...turns, ...letGo(known), ...remandEnds(known)].sort((a, b) => a.when.fromAt - b.when.fromAt);
}

function turnOf(entry: Entry): Turn[] {
  const word = wordOf(entry);
  return word === null ? [] : [{ entry, when: entry.when, word }];
}

/** The word by which it is a turn, empty where it is one by its fields; null: it is none. */
function wordOf({ record, words }: Entry): string | null {
  switch (record.kind) {
    case 'whereabouts':
      return ['at_large', 'leave'].includes(record.values.state) ? '' : null;
    case 'response_step':
      return record.values.step === 'release' ? '' : null;
    case 'withdrawal':
      return record.values.thing === 'relationship_resumed' ? '' : null;
    case 'calendar_risk': {
      const { date, recordId, type } = record.values;
      return date === null || (recordId !== null && OF_A_RECORD.includes(type)) ? null : '';
    }
    default:
      if (record.kind === 'court_step' && STEPS.includes(record.values.step ?? '')) return '';
      return (KINDS.includes(record.kind) && words.get('turning_point')) || null;
  }
}

/** When he was let go, or is to be as far as that had been entered. */
function letGo(known: Known): Turn[] {
  return known.of('arrest', 'remand').flatMap((entry): Turn[] => {
    const at = releasedAt(entry, known.at);
    return at === null ? [] : [{ entry, when: whenAtMinute(at, entry.when.zone), word: '' }];
  });
}

function releasedAt({ record }: Entry<'arrest' | 'remand'>, at: number): number | null {
  const { releasedAt: stated } = record.values;
  return stated !== null && (stated <= at || record.changedAt <= at) ? stated : null;
}

/** Ends of remands that were not extended, nor cut short. */
function remandEnds(known: Known): Turn[] {
  const entries = known.of('remand').filter((entry) => releasedAt(entry, known.at) === null);
  // One that was extended and then cut short ends with its extension all the same.
  const remands = known.of('remand').map((entry) => ({
    id: entry.record.id,
    values: { ...entry.record.values, releasedAt: releasedAt(entry, known.at) },
  }));
  const circle = circleOf(known.of('case_person').map(({ record }) => record));
  const ends = remandDates(remands, circle, known.zone, known.at).dates;
  const told = entries.flatMap((entry): Turn[] => {
    const end = ends.find(({ sourceId }) => sourceId === entry.record.id);
    return end ? [{ entry, when: end.date, word: '' }] : [];
  });
  // Of a step that decided a remand, unless a remand on record lasts as long.
  const steps = known.of('response_step').flatMap((entry): Turn[] => {
    const { untilAt } = entry.record.values;
    if (untilAt === null || remands.some(({ values }) => values.untilAt !== null && values.untilAt >= untilAt))
      return [];
    return [{ entry, when: whenAtMinute(untilAt, entry.when.zone), word: '' }];
  });
  return [...told, ...steps];
}
