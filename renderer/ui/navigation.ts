import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RecordId } from '#model/ids.ts';

/** Pages outside a case; further ones join when they exist. */
export type Page = 'today' | 'cases' | 'board' | 'resources' | 'search' | 'log' | 'settings' | 'security';

/** Areas of a case, in the order of their tabs. */
export const CASE_AREAS = [
  'overview',
  'timeline',
  'events',
  'pattern',
  'orders',
  'assessments',
  'measures',
  'notes',
  'referrals',
  'court',
  'investigation',
  'evidence',
  'people',
  'briefings',
  'transfer',
] as const;
export type CaseArea = (typeof CASE_AREAS)[number];

/** Where the window stands. None of it goes into an address, a title or a history that outlives the window. */
export interface Place {
  /** `case` shows the workspace of `caseId`. */
  readonly page: Page | 'case';
  readonly caseId: RecordId | null;
  readonly area: CaseArea;
  /** The selected record, shown in the inspector. */
  readonly recordId: RecordId | null;
  /** The time that was asked for, where the area lies in time; ms UTC. */
  readonly at: number | null;
}

export interface Navigation extends Place {
  goPage(page: Page): void;
  openCase(caseId: RecordId, area?: CaseArea, recordId?: RecordId | null): void;
  goArea(area: CaseArea): void;
  /** Shows a time on the timeline of the case, ms UTC. */
  goTime(caseId: RecordId, at: number): void;
  /** Selects a record where it stands; null lets it go. Selecting is no step back and forth. */
  select(recordId: RecordId | null): void;
  back(): void;
  forward(): void;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** The store's reading side; the application makes it. */
export interface NavigationStore {
  getState(): Navigation;
  subscribe(listener: () => void): () => void;
}

export const NavigationContext = createContext<NavigationStore | null>(null);

/** Reads the place or takes its actions: `useNavigation((n) => n.caseId)`. The selection must keep its identity. */
export function useNavigation<T>(select: (navigation: Navigation) => T): T {
  const store = useContext(NavigationContext);
  if (!store) throw new Error('no navigation above this component');
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
