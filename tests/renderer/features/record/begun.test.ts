import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { createBegunStore, isTouched } from '#renderer/features/record/begun.ts';
import { beginValues, missingOf } from '#renderer/features/record/NewRecord.tsx';

const CASE = 'a'.repeat(26) as RecordId;

describe('records that are begun and not kept', () => {
  // Would catch: a form opened and closed again that then asks to be continued for ever.
  it('is untouched until something is filled in by hand', () => {
    const store = createBegunStore();
    const begun = store.begin(
      CASE,
      'measure',
      beginValues('measure', { type: 'patrol', fromLocal: '2026-03-29T08:00' }),
    );
    expect(isTouched(begun)).toBe(false);
    store.change(begun.key, { values: { ...begun.values, text: null } });
    expect(store.all().map(isTouched)).toEqual([false]);
    store.change(begun.key, { values: { ...begun.values, text: 'Tur forbi' } });
    expect(store.all().map(isTouched)).toEqual([true]);
  });

  // Would catch: a drawn measure that waits for more than its text, or one without a type that is sent and refused.
  it('lacks only what its kind must have', () => {
    const store = createBegunStore();
    expect(missingOf(store.begin(CASE, 'measure', beginValues('measure', { type: 'guarding' })))).toEqual([]);
    expect(missingOf(store.begin(CASE, 'measure', beginValues('measure')))).toEqual(['type']);
    expect(missingOf(store.begin(CASE, 'whereabouts', beginValues('whereabouts')))).toEqual([
      'personId',
      'since',
      'state',
    ]);
  });

  // Would catch: a page that goes on showing what was discarded, or two forms that share their values.
  it('tells of every change, and keeps each on its own', () => {
    const store = createBegunStore();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    const first = store.begin(CASE, 'threat', {});
    const second = store.begin(CASE, 'threat', {});
    store.change(second.key, { values: { text: 'b' } });
    store.drop(first.key);
    expect(store.all().map((one) => one.values)).toEqual([{ text: 'b' }]);
    expect(heard).toHaveBeenCalledTimes(4);
    stop();
    store.drop(second.key);
    expect(heard).toHaveBeenCalledTimes(4);
  });
});
