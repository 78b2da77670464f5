import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';

interface Props {
  label: string;
  error?: string | null;
  /** Kind of record it may point to. */
  kind: Kind;
  caseId: RecordId | null;
  value: RecordId | null;
  required: boolean;
  onCommit: (id: RecordId | null) => void;
}

/** Most a choice can hold before it must be searched; a case has few persons, places, orders and wishes. */
const MOST = 500;

/** One record of a kind, from this case or the book. */
export function RefField({ label, error, kind, caseId, value, required, onCommit }: Props) {
  const words = useRecordWords();
  const list = useRoute('record.list', { kinds: [kind], limit: MOST, ...(caseId ? { caseId } : {}) });
  const current = useRoute('record.briefs', { ids: value ? [value] : [] }, { enabled: value !== null });
  const options = (list.data?.records ?? []).map((record) => ({
    value: record.id as string,
    label: words.title(record),
  }));
  for (const brief of current.data ?? []) {
    // What it points to is shown even when it is struck or belongs elsewhere.
    if (!options.some((option) => option.value === brief.id))
      options.push({ value: brief.id, label: words.title(brief) });
  }
  return (
    <SelectField
      label={label}
      error={error ?? null}
      value={value as string | null}
      options={options}
      onChange={(id) => onCommit(id as RecordId | null)}
      {...(required ? {} : { empty: words.unknown })}
    />
  );
}
