import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { fieldsOf } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { FieldEditor } from './FieldEditor.tsx';

interface Props {
  record: ShownRecord;
  name: string;
  onCommit: (value: unknown) => unknown;
}

/** A protected value: dots of one length whatever they hide, and a reveal that is told it goes into the log. */
export function WithheldField({ record, name, onCommit }: Props) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const reveal = useAction('record.reveal');
  const [shown, setShown] = useState<{ value: unknown } | null>(null);
  const field = fieldsOf(record.kind).find(([one]) => one === name)?.[1];
  if (shown && field) {
    const commit = (value: unknown) => {
      setShown({ value });
      onCommit(value);
    };
    return <FieldEditor name={name} field={field} value={shown.value} caseId={record.caseId} onCommit={commit} />;
  }
  return (
    <div className="vb-field">
      <span className="vb-field-label">{words.field(name)}</span>
      <span className="vb-withheld">
        <span aria-hidden="true">••••••</span>
        <span className="vb-sr">{t('withheld')}</span>
        <Button
          size="sm"
          variant="quiet"
          icon="eye"
          onClick={() => reveal.mutate({ id: record.id, field: name }, { onSuccess: setShown })}
        >
          {t('reveal')}
        </Button>
      </span>
    </div>
  );
}
