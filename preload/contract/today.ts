import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, type Kind } from '#model/kinds.ts';
import type { TodayBoard } from '#model/today/board.ts';
import { DUTIES, type TodayRow } from '#model/today/rows.ts';
import type { Qualifier } from '#model/when.ts';
import { nothing, query } from './route.ts';

/** A case as the board names it. */
export interface TodayCase {
  readonly id: RecordId;
  readonly name: string;
  readonly number: string | null;
  readonly protectedPersons: readonly string[];
  /** The person at the screen has a part in it. */
  readonly mine: boolean;
  /** Who has which part now, by their duty. */
  readonly officers: readonly { readonly name: string; readonly duty: string; readonly unit: string | null }[];
}

/** An order that ends within 30 days, and how far the next one has come. */
export interface TodayOrder {
  readonly recordId: RecordId;
  readonly caseId: RecordId;
  readonly ownHome: boolean;
  readonly byJudgment: boolean;
  /** A minor's ban to stay away (straffeprosessloven § 222 c). */
  readonly ofMinor: boolean;
  /** ms UTC. */
  readonly endsAt: number;
  readonly next: 'none' | 'begun' | 'decided' | 'served' | 'lapse';
}

/** Something that happened since the board's night or day began. */
export interface TodayEvent {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  /** Of a step that followed a breach: which one. */
  readonly step: string | null;
  readonly at: number;
  /** About, before or after that minute; null is at it. */
  readonly qualifier: Qualifier | null;
}

/** The board of the day over all open cases: of its rows those that are drawn, and what is told of the others. */
export interface TodayView extends TodayBoard {
  readonly nowAt: number;
  readonly cases: readonly TodayCase[];
  readonly orders: readonly TodayOrder[];
  readonly events: readonly TodayEvent[];
  readonly eventsFromAt: number;
}

/** What asks to act now in the cases of the person at the screen, in the order of the board. */
export interface TodayActing {
  readonly rows: readonly Pick<TodayRow, 'key' | 'caseId' | 'what' | 'danger' | 'prompt'>[];
  /** The cases of these rows. */
  readonly cases: readonly Pick<TodayCase, 'id' | 'name' | 'number' | 'protectedPersons'>[];
}

const most = z.int().min(1).max(10_000);

export const todayRoutes = {
  'today.view': query<TodayView>()(
    z.strictObject({
      whose: z.enum(['mine', 'unit']),
      /** Whose work; null is everyone's. */
      duty: z.enum(DUTIES).nullable(),
      /** Name of who answers for it in the case; null is anyone. */
      responsible: z.string().max(200).nullable(),
      /** Unit of who answers for it; null is any. */
      unit: z.string().max(80).nullable(),
      /** Kind of the record it is about; null is any. */
      kind: z.enum(KIND_NAMES).nullable(),
      /** What a counter shows alone. */
      only: z.enum(['now', 'soon']).nullable(),
      /** With the rows that are old. */
      older: z.boolean(),
      /** So many rows of each group are sent. */
      most: z.strictObject({ danger: most, law: most, expiry: most, own: most }),
    }),
  ),
  'today.acting': query<TodayActing>()(nothing),
};
