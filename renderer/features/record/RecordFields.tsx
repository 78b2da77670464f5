import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { hasKeptTimes, PLAN_TIMES } from '#model/kinds/plan.ts';
import { fieldsOf, type Kind } from '#model/kinds.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { fieldOrder, isEmpty } from './field-order.ts';
import { KeptTimes } from './KeptTimes.tsx';
import { WithheldField } from './WithheldField.tsx';

interface Props {
  kind: Kind;
  caseId: RecordId | null;
  values: Readonly<Record<string, unknown>>;
  /** The record, once it is kept; a new one has no withheld values. */
  record: ShownRecord | null;
  /** Fields that were refused, with the code of why. */
  problems: ReadonlyMap<string, string>;
  onCommit: (name: string, value: unknown) => unknown;
}

/** The fields of one record: what matters first, then what else is known, then the rest folded away. */
export function RecordFields({ kind, caseId, values, record, problems, onCommit }: Props) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const zone = useZone();
  const now = useNow();
  const declared = new Map(fieldsOf(kind));
  const isPlan = declared.has('fromLocal') && declared.has('recurrence');
  const keepsTimes = isPlan && record !== null && hasKeptTimes(record.values, zone, record.createdAt, now);
  const isFree = (name: string) => !keepsTimes || !PLAN_TIMES.includes(name);
  const order = fieldOrder(kind, values);
  const [first, more] = [order.first.filter(isFree), order.more.filter(isFree)];
  const withheld = record?.withheld ?? [];
  // What says something when the record is opened stays in sight; a field never moves while it is being filled in.
  const [told] = useState(() => new Set(more.filter((name) => !isEmpty(values[name]) || withheld.includes(name))));
  const folded = more.filter((name) => !told.has(name));
  const isRefused = folded.some((name) => problems.has(name));
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isRefused) setOpen(true);
  }, [isRefused]);

  const fieldFor = (name: string) => {
    const field = declared.get(name);
    if (!field) return null;
    const problem = problems.get(name);
    return record && withheld.includes(name) ? (
      <WithheldField key={name} record={record} name={name} onCommit={(value) => onCommit(name, value)} />
    ) : (
      <FieldEditor
        key={name}
        name={name}
        field={field}
        value={values[name] ?? null}
        caseId={caseId}
        error={problem === undefined ? null : words.problem(problem)}
        onCommit={(value) => onCommit(name, value)}
      />
    );
  };
  return (
    <>
      <InspectorPart>
        {keepsTimes && <KeptTimes record={record} />}
        {first.map(fieldFor)}
        {more.filter((name) => told.has(name)).map(fieldFor)}
      </InspectorPart>
      {folded.length > 0 && (
        <details
          className="vb-more-fields"
          open={isOpen}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          aria-label={t('moreFields')}
        >
          <summary>
            {t('moreFields')} <span className="vb-muted">{folded.length}</span>
          </summary>
          {/* Fields that are not seen are not made: a folded part asks nothing of the book. */}
          {isOpen && <div className="vb-more-list">{folded.map(fieldFor)}</div>}
        </details>
      )}
    </>
  );
}
