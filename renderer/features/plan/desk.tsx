import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import type { Timeline, TimeSpan } from '#renderer/timeline/index.ts';
import type { Matter } from './matters.ts';
import { mattersOf } from './matters.ts';
import { needRefOfItem, type Pending, refOfItem } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlan } from './use-plan.ts';

/** What the parts of the planning page share: the plan, what is selected in it, and what is being asked. */
interface PlanDesk {
  readonly caseId: RecordId;
  /** null until the first window is there. */
  readonly plan: Plan | null;
  /** When the plan was last read, ms UTC. */
  readonly readAt: number;
  readonly error: unknown;
  readonly matters: readonly Matter[];
  readonly timeline: RefObject<Timeline | null>;
  /** Tells which time is shown, so that the plan of it is fetched. */
  readonly show: (view: TimeSpan) => void;
  /** Fetches the plan of a stretch of time instead, until null is told: what is printed lies where nobody looks. */
  readonly fetchFor: (span: TimeSpan | null) => void;
  /** Item of the timeline that is selected; null where a record is, or nothing. */
  readonly itemId: string | null;
  readonly selectItem: (itemId: string | null) => void;
  /** Occurrence of a need or a measure that is selected. */
  readonly occurrence: OccurrenceRef | null;
  readonly pending: Pending | null;
  /** Asks in a dialog; null closes it. */
  readonly ask: (pending: Pending | null) => void;
  /** Where the keys go on to when the list or the timeline is told to show something. */
  readonly jumpTo: RefObject<(itemId: string) => void>;
  /** Shows the time of what was just planned, ms UTC, where it lies outside of what is shown. */
  readonly bringIntoView: RefObject<(at: number) => void>;
}

const DeskContext = createContext<PlanDesk | null>(null);

/** The desk of the planning page. */
export function usePlanDesk(): PlanDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no plan on this page');
  return desk;
}

/** Holds the plan of a case for the parts of a page. */
export function PlanDeskProvider({ caseId, children }: { caseId: RecordId; children: ReactNode }) {
  const [view, setView] = useState<TimeSpan | null>(null);
  const [wanted, fetchFor] = useState<TimeSpan | null>(null);
  const [itemId, selectItem] = useState<string | null>(null);
  const [pending, ask] = useState<Pending | null>(null);
  const timeline = useRef<Timeline | null>(null);
  const jumpTo = useRef<(itemId: string) => void>(() => undefined);
  const bringIntoView = useRef<(at: number) => void>(() => undefined);
  const { plan, readAt, error } = usePlan(caseId, wanted ?? view);
  const matters = useMemo(() => (plan ? mattersOf(plan) : []), [plan]);
  const show = useCallback((next: TimeSpan) => setView(next), []);
  const found = plan && (refOfItem(plan, itemId) ?? needRefOfItem(plan, itemId));
  const foundKey = found ? keyOf(found) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the occurrence is the same as long as its key is
  const occurrence = useMemo(() => found, [foundKey]);
  const desk = useMemo<PlanDesk>(
    () => ({
      caseId,
      plan,
      readAt,
      error,
      matters,
      timeline,
      show,
      fetchFor,
      itemId,
      selectItem,
      occurrence,
      pending,
      ask,
      jumpTo,
      bringIntoView,
    }),
    [caseId, plan, readAt, error, matters, show, itemId, occurrence, pending],
  );
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}
