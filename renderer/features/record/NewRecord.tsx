import { type ReactNode, useEffect, useRef } from 'react';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, KINDS, type Kind, withNulls } from '#model/kinds.ts';
import { useAction, useClient, useKeep, useRoute } from '#renderer/client/hooks.ts';
import { firstField } from '#renderer/ui/first-field.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { type Begun, type BegunStore, isTouched } from './begun.ts';
import { isEmpty } from './field-order.ts';
import { RecordPane } from './RecordPane.tsx';

interface Props {
  begun: Begun;
  store: BegunStore;
  onClose: () => void;
  /** What the page is for, over the fields of the record, once it is kept. */
  lead?: (id: RecordId) => ReactNode;
  /** More about the record, once it is kept. */
  children?: (id: RecordId) => ReactNode;
  onCreated: (id: RecordId) => void;
}

/** What a new record of a kind begins with, where something must be chosen and one choice is the careful one. */
const DEFAULTS: Partial<Record<Kind, Record<string, unknown>>> = {
  wish: { type: 'need' },
  measure: { status: 'planned' },
  need: { status: 'active', raisedBy: 'manual' },
  decision: { type: 'measure' },
  contact_point: { protection: 'none', rule: 'ordinary' },
  place: { protection: 'none' },
};

/** What a new record of a kind begins with: what the page gives, else the careful choices. */
export function beginValues(kind: Kind, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...DEFAULTS[kind], ...given };
}

/** Names of the fields that must be filled in before the record can be kept. */
export function missingOf(begun: Begun): string[] {
  return fieldsOf(begun.kind)
    .filter(([name, field]) => field.required && isEmpty(begun.values[name]))
    .map(([name]) => name);
}

/**
 * A record that is not there yet: it is kept as soon as what it must have is filled in, and its form stays as it is, so
 * that nobody loses the field they are typing in.
 */
export function NewRecord({ begun, store, onClose, onCreated, lead, children }: Props) {
  const client = useClient();
  const notify = useNotify();
  const create = useAction('record.create');
  const { keep, error: refusal } = useKeep('record.update');
  const { createdId } = begun;
  const kept = useRoute('record.get', { id: createdId ?? ('' as RecordId) }, { enabled: createdId !== null });
  const record: ShownRecord | null = kept.data ?? create.data ?? null;
  const latest = useRef(begun);
  latest.current = begun;
  const sending = useRef(false);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (frame.current) firstField(frame.current)?.focus();
  }, []);

  // Also called by a field that is leaving with the page: nothing here may need the page to be there still.
  const commit = (name: string, value: unknown): unknown => {
    const { key, kind, caseId, createdId: id } = latest.current;
    if (id !== null) return keep({ id, patch: { [name]: value } });
    const values = { ...latest.current.values, [name]: value };
    latest.current = { ...latest.current, values };
    store.change(key, { values });
    if (missingOf(latest.current).length > 0 || !isTouched(latest.current) || sending.current) return;
    sending.current = true;
    const owner = KINDS[kind].scope === 'case' ? caseId : null;
    create
      .mutateAsync({ kind, caseId: owner, values: withNulls(kind, values) })
      .then((made) => {
        latest.current = { ...latest.current, createdId: made.id };
        store.change(key, { createdId: made.id });
        onCreated(made.id);
        // What was filled in while it was on its way.
        const later = Object.entries(latest.current.values).filter(([one, now]) => now !== values[one]);
        if (later.length > 0) return client.invoke('record.update', { id: made.id, patch: Object.fromEntries(later) });
      })
      // In sight the form says it at its fields.
      .catch((error) => frame.current === null && notify.fail(error))
      .finally(() => {
        sending.current = false;
      });
  };

  return (
    <div className="vb-contents" ref={frame}>
      <RecordPane
        kind={begun.kind}
        caseId={begun.caseId}
        record={createdId === null ? null : record}
        values={createdId === null || !record ? begun.values : record.values}
        missing={missingOf(begun)}
        error={createdId === null ? create.error : refusal}
        onCommit={commit}
        onClose={onClose}
        lead={createdId !== null && lead?.(createdId)}
      >
        {createdId !== null && children?.(createdId)}
      </RecordPane>
    </div>
  );
}
