import type { Clock, ClockId } from '../clocks/types.ts';
import type { Entry } from '../flags/known.ts';
import type { RecordId } from '../ids.ts';
import type { Responsibility } from '../kinds/transfer.ts';
import type { BookRecord, Kind } from '../kinds.ts';
import { endedEarlyAt } from '../order-state.ts';

/** Something that somebody must look after when the case is another's. */
export interface OpenMatter {
  /** The same for the same matter as long as it lasts: kinds and ids, no content. */
  readonly key: string;
  readonly responsibility: Responsibility;
  readonly aboutId: RecordId | null;
  readonly kind: Kind | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly clock: ClockId | null;
  /** Profile of a card that is out. */
  readonly profile: string | null;
  /** ms UTC. */
  readonly dueAt: number | null;
}

/** What a case has open, as the records and rules of the case tell it. */
export interface MatterFacts {
  readonly clocks: readonly Clock[];
  readonly alarms: readonly BookRecord<'alarm'>[];
  readonly orders: readonly BookRecord<'order'>[];
  readonly courtSteps: readonly BookRecord<'court_step'>[];
  /** Entries in which she was promised something, with nothing after them. */
  readonly promises: readonly Entry[];
  /** Cards and briefings that are out and still hold, by profile, with until when. */
  readonly cards: readonly { readonly profile: string; readonly validUntilAt: number }[];
}

/** Clocks that tell of the transfer itself, and what lapses by its own date: their order stands in the list already. */
const NOT_MATTERS: ReadonlySet<ClockId> = new Set([
  'transfer_receipt',
  'transfer_taking_over',
  'transfer_review',
  'C18',
  'C19',
  'C20',
  'C21',
  'C22',
  'minor_ban',
  'C37',
]);

/** What is open at `at`, ms UTC, by kind of responsibility and then by time. */
export function openMatters(facts: MatterFacts, at: number): OpenMatter[] {
  return [
    ...facts.clocks
      .filter(({ id, state, caseId }) => caseId !== null && !NOT_MATTERS.has(id) && RUNNING.has(state))
      .sort((a, b) => (a.dueAt ?? a.startedAt) - (b.dueAt ?? b.startedAt))
      .map((clock) => ({
        ...NOTHING,
        key: `clock:${clock.id}:${clock.recordIds[0] ?? ''}`,
        responsibility: 'clock' as const,
        aboutId: clock.recordIds[0] ?? null,
        clock: clock.id,
        dueAt: clock.dueAt,
      })),
    ...facts.alarms
      .filter((alarm) => isOut(alarm, at))
      .map((one) => ofRecord('alarm_route', one, one.values.grantedUntilAt)),
    ...facts.cards
      .filter(({ validUntilAt }) => validUntilAt > at)
      .map(({ profile, validUntilAt }) => ({
        ...NOTHING,
        key: `card:${profile}`,
        responsibility: 'card' as const,
        profile,
        dueAt: validUntilAt,
      })),
    ...facts.orders.filter((order) => isLive(order, at)).map((one) => ofRecord('order', one, one.values.toAt)),
    ...facts.courtSteps
      .filter(({ values }) => values.scheduledAt !== null && values.scheduledAt > at && values.openedAt === null)
      .sort((a, b) => (a.values.scheduledAt ?? 0) - (b.values.scheduledAt ?? 0))
      .map((one) => ofRecord('court_date', one, one.values.scheduledAt)),
    ...facts.promises.map(({ record }) => ofRecord('promise', record as BookRecord, null)),
  ];
}

const RUNNING: ReadonlySet<Clock['state']> = new Set(['running', 'soon', 'overdue', 'open']);
const NOTHING = { aboutId: null, kind: null, title: '', titleEn: null, clock: null, profile: null, dueAt: null };

function ofRecord(responsibility: Responsibility, record: BookRecord, dueAt: number | null): OpenMatter {
  const { id, kind, title, titleEn } = record;
  return { ...NOTHING, key: `${responsibility}:${id}`, responsibility, aboutId: id, kind, title, titleEn, dueAt };
}

function isOut({ values }: BookRecord<'alarm'>, at: number): boolean {
  if (values.status === 'returned' || values.status === 'swapped') return false;
  return values.returnedAt === null || values.returnedAt > at;
}

/** Asked for, decided or in force; one that was refused, lifted or has ended asks for nobody. */
function isLive({ values }: BookRecord<'order'>, at: number): boolean {
  if (values.stage === 'refused') return false;
  const earlyAt = endedEarlyAt(values);
  if (earlyAt !== null && earlyAt <= at) return false;
  return values.toAt === null || values.toAt > at;
}
