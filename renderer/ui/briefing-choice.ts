import { useSyncExternalStore } from 'react';
import type { Profile } from '#model/briefing.ts';
import type { NotePart } from '#model/document/part.ts';
import type { RecordId } from '#model/ids.ts';

/** A note that is to be told in a briefing: whole, or one part of it. */
export interface ChosenNote {
  readonly id: RecordId;
  readonly part?: NotePart;
}

/** What somebody chose for the next briefing of a case, for as long as the window lives. */
export interface BriefingChoice {
  readonly profile: Profile;
  readonly notes: readonly ChosenNote[];
}

/** Most notes of one briefing. */
export const MOST_NOTES = 30;

const NOTHING: BriefingChoice = { profile: 'leder', notes: [] };
const choices = new Map<RecordId, BriefingChoice>();
const listeners = new Set<() => void>();

/** What is chosen for a case now. */
export function briefingChoice(caseId: RecordId): BriefingChoice {
  return choices.get(caseId) ?? NOTHING;
}

/** Changes what is chosen for a case. */
export function chooseForBriefing(caseId: RecordId, change: Partial<BriefingChoice>): void {
  choices.set(caseId, { ...briefingChoice(caseId), ...change });
  for (const listener of listeners) listener();
}

/** Adds a note at the end; the same note or part is there once. */
export function addToBriefing(caseId: RecordId, profile: Profile, note: ChosenNote): void {
  const others = briefingChoice(caseId).notes.filter((one) => !isSame(one, note));
  chooseForBriefing(caseId, { profile, notes: [...others, note].slice(-MOST_NOTES) });
}

export function useBriefingChoice(caseId: RecordId): BriefingChoice {
  return useSyncExternalStore(subscribe, () => briefingChoice(caseId));
}

function isSame(one: ChosenNote, other: ChosenNote): boolean {
  return one.id === other.id && one.part?.number === other.part?.number;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
