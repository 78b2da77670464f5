/**
 * What the unit has set for its clocks: its own rules, and until when each court takes petitions. Records of the book, so
 * that each change is in the log with who made it, and can be taken back.
 */
import type { ClockSettingsView } from '#contract/clock.ts';
import type { Book, Tx } from '#db/book.ts';
import type { CourtCutoff } from '#model/clocks/court.ts';
import { DEFAULT_OWN_RULES, type OwnRules } from '#model/clocks/own-rules.ts';
import { OWN_RULES } from '#model/clocks/types.ts';
import type { BookRecord } from '#model/kinds.ts';

/** Why a court is struck, for the log. */
const REMOVED = 'removed';

/** Settings in force; a rule that nobody set has its default. */
export async function readClockSettings(book: Book): Promise<ClockSettingsView> {
  const [targets, cutoffs] = await Promise.all([book.list('policy_target'), book.list('court_cutoff')]);
  const set = new Map(targets.map(({ values }) => [values.policyRule, values.target]));
  const ownRules = OWN_RULES.map((id) => [id, set.has(id) ? set.get(id) : DEFAULT_OWN_RULES[id]]);
  return { ownRules: Object.fromEntries(ownRules) as OwnRules, courts: cutoffs.map(cutoffOf) };
}

/** Keeps what differs from what is in force, as one command; nothing is written where nothing does. */
export async function keepClockSettings(book: Book, { ownRules, courts }: ClockSettingsView): Promise<void> {
  const [targets, cutoffs, before] = await Promise.all([
    book.list('policy_target'),
    book.list('court_cutoff'),
    readClockSettings(book),
  ]);
  const known = new Map(targets.map(({ id, values }) => [values.policyRule, id]));
  await book.command('clock.set_settings', async (tx) => {
    for (const id of OWN_RULES.filter((rule) => ownRules[rule] !== before.ownRules[rule])) {
      const record = known.get(id);
      if (record) await tx.update('policy_target', record, { target: ownRules[id] });
      else await tx.insert('policy_target', { policyRule: id, target: ownRules[id] });
    }
    await keepCourts(tx, cutoffs, courts);
  });
}

/** A court is known by its name; one whose name changed keeps its place among those that are left. */
async function keepCourts(
  tx: Tx,
  before: readonly BookRecord<'court_cutoff'>[],
  after: readonly CourtCutoff[],
): Promise<void> {
  const named = new Set(after.map(({ court }) => court));
  const free = before.filter(({ values }) => !named.has(values.court));
  for (const cutoff of after) {
    const record = before.find(({ values }) => values.court === cutoff.court) ?? free.shift();
    if (!record) await tx.insert('court_cutoff', valuesOf(cutoff));
    else if (!sameCutoff(cutoffOf(record), cutoff)) await tx.update('court_cutoff', record.id, valuesOf(cutoff));
  }
  for (const { id } of free) await tx.remove(id, REMOVED);
}

function cutoffOf({ values }: BookRecord<'court_cutoff'>): CourtCutoff {
  const { court, weekdayTime, saturdayTime, holidayTime } = values;
  return { court, weekday: weekdayTime, saturday: saturdayTime, holiday: holidayTime };
}

function valuesOf({ court, weekday, saturday, holiday }: CourtCutoff) {
  return { court, weekdayTime: weekday, saturdayTime: saturday, holidayTime: holiday };
}

function sameCutoff(a: CourtCutoff, b: CourtCutoff): boolean {
  return a.court === b.court && a.weekday === b.weekday && a.saturday === b.saturday && a.holiday === b.holiday;
}
