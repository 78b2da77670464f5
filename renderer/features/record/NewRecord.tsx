import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, KINDS, type Kind, withNulls } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { Inspector, InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { problemsOf } from './RecordInspector.tsx';
import { useRecordWords } from './words.ts';

interface Props {
  kind: Kind;
  caseId: RecordId;
  /** Values it begins with. */
  initial?: Readonly<Record<string, unknown>>;
  onCreated: (id: RecordId) => void;
  onClose: () => void;
}

/** What a new record of a kind begins with, where something must be chosen and one choice is the careful one. */
const DEFAULTS: Partial<Record<Kind, Record<string, unknown>>> = {
  wish: { type: 'need' },
  measure: { status: 'planned' },
  contact_point: { protection: 'none', rule: 'ordinary' },
  place: { protection: 'none' },
};

/** A record that is not there yet: it is kept as soon as what it must have is filled in. */
export function NewRecord({ kind, caseId, initial, onCreated, onClose }: Props) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const create = useAction('record.create');
  const [values, setValues] = useState(() => withNulls(kind, { ...DEFAULTS[kind], ...initial }));
  const problems = problemsOf(create.error);
  const missing = fieldsOf(kind).filter(([name, field]) => field.required && isEmpty(values[name]));
  const fields = fieldsOf(kind).filter(([, field]) => !field.hidden);
  // What must be there comes first, so that the shortest way to a kept record is from the top.
  const ordered = [...fields].sort(([, a], [, b]) => Number(b.required) - Number(a.required));

  const commit = (name: string, value: unknown) => {
    const next = { ...values, [name]: value };
    setValues(next);
    const complete = fieldsOf(kind).every(([one, field]) => !field.required || !isEmpty(next[one]));
    const said = fieldsOf(kind).some(
      ([one, field]) => !field.hidden && !isEmpty(next[one]) && next[one] !== DEFAULTS[kind]?.[one],
    );
    if (!complete || !said || create.isPending) return;
    const owner = KINDS[kind].scope === 'case' ? caseId : null;
    create.mutate({ kind, caseId: owner, values: next }, { onSuccess: (record) => onCreated(record.id) });
  };

  return (
    <Inspector
      title={t('new', { kind: words.kind(kind) })}
      subtitle={
        missing.length > 0 ? t('missing', { fields: missing.map(([name]) => words.field(name)).join(', ') }) : null
      }
      badge={<KindBadge kind={kind} size="lg" />}
      onClose={onClose}
      foot={t('notKept')}
    >
      <InspectorPart>
        {create.error && problems.size === 0 && <ErrorNotice error={create.error} />}
        {ordered.map(([name, field]) => (
          <FieldEditor
            key={name}
            name={name}
            field={field}
            value={values[name]}
            caseId={caseId}
            error={problems.has(name) ? words.problem(problems.get(name) ?? '') : null}
            onCommit={(value) => commit(name, value)}
          />
        ))}
      </InspectorPart>
    </Inspector>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
