import { describe, expect, it } from 'vitest';
import { fieldsOf, KIND_NAMES } from '#model/kinds.ts';
import { fieldOrder, isEmpty } from '#renderer/features/record/field-order.ts';

describe('order of the fields of a form', () => {
  // Would catch: a field that no form shows, one that stands twice, or a name in the table that no kind has.
  it.each(KIND_NAMES)('shows each visible field of %s exactly once', (kind) => {
    const visible = fieldsOf(kind)
      .filter(([, field]) => !field.hidden)
      .map(([name]) => name);
    const { first, more } = fieldOrder(kind, {});
    expect([...first, ...more].sort()).toEqual([...visible].sort());
  });

  // Would catch: a record that can never be kept because what it must have is folded away.
  it.each(KIND_NAMES)('never folds what %s must have', (kind) => {
    const must = fieldsOf(kind)
      .filter(([, field]) => field.required && !field.hidden)
      .map(([name]) => name);
    expect(fieldOrder(kind, {}).first).toEqual(expect.arrayContaining(must));
  });

  // Would catch: a quick entry that asks for an English text or a source before what happened, when and who.
  it('asks for what, when and who first of an event', () => {
    for (const kind of ['threat', 'incident', 'contact'] as const)
      expect(fieldOrder(kind, {}).first.slice(0, 4)).toEqual(['text', 'happened', 'actorId', 'channels']);
  });

  // Would catch: a consent whose answer is folded, or a need that asks for one.
  it('asks for her answer only where she was asked for a consent', () => {
    expect(fieldOrder('wish', { type: 'consent' }).first).toContain('consent');
    expect(fieldOrder('wish', { type: 'need' }).first).not.toContain('consent');
  });

  // Would catch: "no" and 0 taken for nothing, and so folded away.
  it('knows what says nothing', () => {
    expect([null, undefined, '', []].every(isEmpty)).toBe(true);
    expect([false, 0, ['call'], 'x'].some(isEmpty)).toBe(false);
  });
});
