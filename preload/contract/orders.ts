import { z } from 'zod';
import type { ChainLink } from '#model/chain/readings.ts';
import { CHAIN_STEPS, type ChainStep } from '#model/chain/steps.ts';
import type { Contradiction } from '#model/contradictions.ts';
import type { FunnelRow } from '#model/funnel.ts';
import type { RecordId } from '#model/ids.ts';
import { CHANNELS } from '#model/kinds/fact.ts';
import type { Kind } from '#model/kinds.ts';
import type { OrderState } from '#model/order-state.ts';
import type { OrderEnd } from '#model/order-term.ts';
import { type When, whenSchema } from '#model/when.ts';
import { idSchema } from './common.ts';
import type { ShownRecord } from './record.ts';
import { mutation, query } from './route.ts';

/** One order with everything that belongs to it. */
export interface OrderView {
  readonly order: ShownRecord;
  readonly state: OrderState;
  readonly terms: readonly ShownRecord[];
  /** Attempts of service, newest first. */
  readonly services: readonly ShownRecord[];
  /** When it is over by itself, and whether that was entered; null where the law gives no end or the start is not known. */
  readonly end: OrderEnd | null;
  /** The order that follows this one, drafts included. */
  readonly followedBy: { readonly id: RecordId; readonly state: OrderState } | null;
  /** Entries of breach that refer to it, and the contacts they stand for. */
  readonly breaches: number;
  readonly contacts: number;
  readonly contradictions: readonly Contradiction[];
}

/** One reading of a step, as the window shows it. */
export interface ShownReading {
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly at: When;
  readonly link: ChainLink;
  readonly who: string | null;
  readonly text: string | null;
  readonly readFrom: string | null;
  readonly logNumber: string | null;
  readonly chosen: boolean;
  /** Until when, of a remand that tells it, ms UTC. */
  readonly untilAt: number | null;
  readonly isExtension: boolean;
}

/** An arrest that refers to another breach and may answer this one too. */
export interface SameArrest {
  readonly id: RecordId;
  readonly at: When;
  readonly who: string | null;
}

/** A threat actor of the case, with what was last entered of where he is. */
export interface ActorView {
  readonly id: RecordId;
  readonly name: string;
  readonly stay: { readonly state: string; readonly sinceAt: number } | null;
  /** An arrest or a remand of his is open now. */
  readonly isHeld: boolean;
}

export interface ShownEntry {
  readonly step: ChainStep;
  readonly measured: ShownReading;
  readonly readings: readonly ShownReading[];
  readonly minutes: number | null;
  readonly days: number | null;
}

/** A breach among the others of its case. */
export interface BreachRow {
  readonly id: RecordId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly happened: When | null;
  /** When the police learned of it, where that was on a later day. */
  readonly learnedLater: When | null;
  readonly status: string | null;
  readonly contacts: number | null;
  /** The last step that is on record. */
  readonly lastStep: ChainStep | null;
  readonly lastAt: When | null;
}

export interface BreachView {
  readonly breach: ShownRecord;
  readonly order: OrderView | null;
  /** Its place among the case's breaches by time, from 1, and its neighbours. */
  readonly number: number;
  readonly total: number;
  readonly previousId: RecordId | null;
  readonly nextId: RecordId | null;
  readonly chain: readonly ShownEntry[];
  /** The arrest that answers it, linked or by rule. */
  readonly arrest: ShownRecord | null;
  /** The newest remand of the chain. */
  readonly remand: { readonly id: RecordId; readonly untilAt: number | null; readonly isOver: boolean } | null;
  /** The step that says that an arrest of another breach answers this one too. */
  readonly sharedById: RecordId | null;
  /** Where no arrest answers it: those near it in time that may. */
  readonly sameArrests: readonly SameArrest[];
  /** Who he is, as the breach says or as the only threat actor of the case. */
  readonly actorId: RecordId | null;
  readonly actors: readonly ActorView[];
  /** When the hearing about remand is set for, ms UTC. */
  readonly hearingAt: number | null;
  /** Fields that still want an answer. */
  readonly missing: readonly string[];
  readonly contradictions: readonly Contradiction[];
  readonly evidence: readonly ShownRecord[];
}

/** What a release, an escape or a leave brought about in one case. */
export interface ReleasedCase {
  readonly caseId: RecordId;
  readonly name: string;
  readonly notificationIds: readonly RecordId[];
  readonly needIds: readonly RecordId[];
  /** Copies of briefings that are recalled by it, and who took them out: what they say of where he is holds no longer. */
  readonly copies: readonly {
    readonly profile: string;
    readonly copy: number;
    readonly at: number;
    readonly person: string;
  }[];
  /** True where no contingency for a release is written. */
  readonly noContingency: boolean;
  /** Titles of those that were, in order. */
  readonly contingencies: readonly string[];
  /** Alarms that are out with her, and when each was last tried; null: never. */
  readonly alarms: readonly { readonly id: RecordId; readonly unit: string; readonly triedAt: number | null }[];
  /** Who has a part in the case and is to be told. */
  readonly officers: readonly { readonly name: string; readonly duty: string; readonly phone: string | null }[];
}

const line = (most: number) => z.string().trim().max(most).nullable().default(null);
const instantSchema = z.int().min(0).max(253_402_300_799_999);

export const orderRoutes = {
  'order.register': query<{ orders: OrderView[] }>()(z.strictObject({ caseId: idSchema })),
  /** What in the case cannot all be true, or is not what the law knows. */
  'order.contradictions': query<{ contradictions: Contradiction[] }>()(z.strictObject({ caseId: idSchema })),
  /** A draft that follows an order: its terms copied, its basis and her view left open. */
  'order.renew': mutation<{ id: RecordId }>()(z.strictObject({ id: idSchema })),
  /** An attempt of service; a successful one is what the order is served by, unless it was served before. */
  'order.serve': mutation<{ id: RecordId }>()(
    z.strictObject({
      id: idSchema,
      attemptAt: instantSchema,
      outcome: z.enum(['served', 'failed', 'document_lost']),
      method: z.enum(['in_person', 'by_prosecutor', 'electronic', 'process_server', 'other']).nullable().default(null),
      byWhom: line(120),
      proof: line(300),
      note: line(1_000),
    }),
  ),
  'breach.list': query<{ breaches: BreachRow[]; funnel: FunnelRow[]; contacts: number }>()(
    z.strictObject({ caseId: idSchema }),
  ),
  'breach.view': query<BreachView>()(z.strictObject({ id: idSchema })),
  /** The call at night: what, when, how. The clock starts with it; what is left open is listed as missing. */
  'breach.quick': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      text: z.string().trim().min(1).max(20_000),
      happened: whenSchema,
      channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length),
      logNumber: line(40),
      safeNow: z.boolean().nullable().default(null),
      whereHeIs: line(200),
      weapon: line(200),
      childrenText: line(300),
      contacts: z.int().min(1).max(100_000).nullable().default(null),
      /** When the last of several contacts was. */
      endedAt: instantSchema.nullable().default(null),
      /** When the police learned of it; null is not known, and never when it was entered. */
      reportedAt: instantSchema.nullable().default(null),
    }),
  ),
  /**
   * One reading of a step. The first reading of an arrest is the arrest itself, that of a remand the remand; each extension
   * is a remand of its own. A release goes through `actor.release` while he is held. Throws RELEASE_ASKED.
   */
  'chain.record': mutation<{ id: RecordId }>()(
    z.strictObject({
      breachId: idSchema,
      step: z.enum(CHAIN_STEPS),
      at: whenSchema,
      who: line(200),
      text: line(2_000),
      logNumber: line(40),
      readFrom: z
        .enum(['alarm_log', 'operations_log', 'arrest_journal', 'patrol_report', 'court_book', 'told', 'other'])
        .nullable()
        .default(null),
      /** Until when a remand lasts. */
      untilAt: instantSchema.nullable().default(null),
      /** Who was taken in, where the breach does not say and the case has several threat actors. */
      personId: idSchema.nullable().default(null),
      /** An arrest or a remand is entered as where he is, too. */
      isHeld: z.boolean().default(false),
      /** The arrest is one that is on record already and answers another breach. */
      sameArrestId: idSchema.nullable().default(null),
      /** The remand that this decision extends. */
      extendsId: idSchema.nullable().default(null),
    }),
  ),
  /** Chooses one of several readings of a step. */
  'chain.choose': mutation<null>()(
    z.strictObject({ breachId: idSchema, step: z.enum(CHAIN_STEPS), recordId: idSchema }),
  ),
  /** He was released, has escaped or is on leave: one command over every open case of his. */
  'actor.release': mutation<{ cases: ReleasedCase[] }>()(
    z.strictObject({
      personId: idSchema,
      change: z.enum(['released', 'escaped', 'leave']),
      at: instantSchema,
      source: z.string().trim().min(1).max(300),
      conditions: line(2_000),
      backAt: instantSchema.nullable().default(null),
    }),
  ),
};
