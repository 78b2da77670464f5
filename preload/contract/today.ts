import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { TodayRow } from '#model/today/rows.ts';
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
  readonly officers: readonly { readonly name: string; readonly duty: string }[];
}

/** An order that ends within 30 days, and how far the next one has come. */
export interface TodayOrder {
  readonly recordId: RecordId;
  readonly caseId: RecordId;
  readonly ownHome: boolean;
  readonly byJudgment: boolean;
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

/** The board of the day over all open cases. */
export interface TodayView {
  readonly nowAt: number;
  readonly rows: readonly TodayRow[];
  readonly cases: readonly TodayCase[];
  readonly orders: readonly TodayOrder[];
  readonly events: readonly TodayEvent[];
  readonly eventsFromAt: number;
}

export const todayRoutes = {
  'today.view': query<TodayView>()(nothing),
};
