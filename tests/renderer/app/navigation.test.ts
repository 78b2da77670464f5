import { describe, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { createNavigation } from '#renderer/app/navigation.ts';

const a = 'a'.repeat(32) as RecordId;
const b = 'b'.repeat(32) as RecordId;

describe('navigation', () => {
  // Would catch: back that forgets the area or record one came from, forward that survives a new turn.
  it('goes back and forward through pages, cases and areas', () => {
    const store = createNavigation();
    const n = () => store.getState();
    n().openCase(a);
    n().goArea('timeline');
    n().select(b);
    n().goPage('log');
    n().back();
    expect(n()).toMatchObject({ page: 'case', caseId: a, area: 'timeline', recordId: b });
    n().back();
    expect(n()).toMatchObject({ area: 'overview', recordId: null });
    n().forward();
    expect(n()).toMatchObject({ area: 'timeline', canGoForward: true });
    n().openCase(b);
    expect(n()).toMatchObject({ caseId: b, canGoForward: false });
  });

  // Would catch: a step back that seems to do nothing, after the same place was asked for twice.
  it('does not keep a step to where one already is', () => {
    const store = createNavigation();
    store.getState().goPage('today');
    expect(store.getState().canGoBack).toBe(false);
  });

  // Would catch: a record of one area selected in the next.
  it('lets the selection go with the area', () => {
    const store = createNavigation();
    store.getState().openCase(a, 'orders', b);
    store.getState().goArea('events');
    expect(store.getState().recordId).toBeNull();
  });
});
