import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Navigation, Place } from '#renderer/ui/navigation.ts';

/** Whoever comes on duty asks first what must be done now. */
const START: Place = { page: 'today', caseId: null, area: 'overview', recordId: null, at: null };
/** Steps kept to go back to. */
const MOST = 100;

/** Where the window stands, and the way it came. In memory only; no address, no title, no history of the browser. */
export function createNavigation(): StoreApi<Navigation> {
  let past: Place[] = [];
  let future: Place[] = [];
  return createStore<Navigation>()((set, get) => {
    const place = (): Place => {
      const { page, caseId, area, recordId, at } = get();
      return { page, caseId, area, recordId, at };
    };
    const show = (next: Place) => set({ ...next, canGoBack: past.length > 0, canGoForward: future.length > 0 });
    const go = (next: Place) => {
      if (same(place(), next)) return;
      past = [...past, place()].slice(-MOST);
      future = [];
      show(next);
    };
    return {
      ...START,
      canGoBack: false,
      canGoForward: false,
      goPage: (page) => go({ ...START, page }),
      openCase: (caseId, area = 'overview', recordId = null) => go({ page: 'case', caseId, area, recordId, at: null }),
      goTime: (caseId, at) => go({ page: 'case', caseId, area: 'timeline', recordId: null, at }),
      goArea: (area) => go({ ...place(), area, recordId: null, at: null }),
      select: (recordId) => set({ recordId }),
      back() {
        const last = past.at(-1);
        if (!last) return;
        past = past.slice(0, -1);
        future = [...future, place()];
        show(last);
      },
      forward() {
        const next = future.at(-1);
        if (!next) return;
        future = future.slice(0, -1);
        past = [...past, place()];
        show(next);
      },
    };
  });
}

function same(a: Place, b: Place): boolean {
  return a.page === b.page && a.caseId === b.caseId && a.area === b.area && a.recordId === b.recordId && a.at === b.at;
}
