import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { When } from '#model/when.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { DateTimeField, InstantField, LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { RefField } from './RefField.tsx';

interface Props {
  name: string;
  field: Field<unknown>;
  value: unknown;
  caseId: RecordId | null;
  /** What is wrong with it, in words. */
  error?: string | null;
  /** May answer as `useDraft` says. */
  onCommit: (value: unknown) => unknown;
}

/** The control of one declared field; what is typed is kept when the field is left. */
export function FieldEditor({ name, field, value, caseId, error, onCommit }: Props) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const [typed, setTyped] = useState<string | null>(null);
  const shared = { label: words.field(name), error: error ?? typed };
  const emptyIsNull = (text: string) => onCommit(text.trim() === '' ? null : text);

  switch (field.type) {
    case 'text':
      return <TextField {...shared} value={textOf(value)} maxLength={field.maxLength} onCommit={emptyIsNull} />;
    case 'long':
      return <TextArea {...shared} value={textOf(value)} maxLength={field.maxLength} rows={2} onCommit={emptyIsNull} />;
    case 'suggest':
      return (
        <>
          <TextField
            {...shared}
            value={value ? words.option(name, textOf(value)) : ''}
            maxLength={field.maxLength}
            list={`known-${name}`}
            onCommit={(text) =>
              emptyIsNull(field.options.find((option) => words.option(name, option) === text) ?? text)
            }
          />
          <datalist id={`known-${name}`}>
            {field.options.map((option) => (
              <option key={option} value={words.option(name, option)} />
            ))}
          </datalist>
        </>
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={value as string | null}
          options={field.options.map((option) => ({ value: option, label: words.option(name, option) }))}
          onChange={onCommit}
          {...(field.required ? {} : { empty: words.unknown })}
        />
      );
    case 'choices': {
      const chosen = (value as string[] | null) ?? [];
      return (
        <fieldset className="vb-choices">
          <legend>{words.field(name)}</legend>
          {field.options.map((option) => (
            <CheckField
              key={option}
              label={words.option(name, option)}
              checked={chosen.includes(option)}
              onChange={(on) => onCommit(on ? [...chosen, option] : chosen.filter((one) => one !== option))}
            />
          ))}
        </fieldset>
      );
    }
    case 'flag':
      return (
        <SelectField
          {...shared}
          value={value === null || value === undefined ? null : value ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          empty={words.unknown}
          onChange={(answer) => onCommit(answer === null ? null : answer === 'yes')}
        />
      );
    case 'integer':
      return (
        <TextField
          {...shared}
          inputMode="numeric"
          value={value === null || value === undefined ? '' : String(value)}
          onCommit={(text) => {
            const whole = /^\d+$/.test(text.trim());
            setTyped(whole || text.trim() === '' ? null : t('wholeNumber'));
            if (text.trim() === '') return onCommit(null);
            return whole && onCommit(Number(text));
          }}
        />
      );
    case 'instant':
      return <InstantField {...shared} isEnd={field.isEnd} value={value as number | null} onCommit={onCommit} />;
    case 'local':
      return <LocalTimeField {...shared} value={value as string | null} onCommit={onCommit} />;
    case 'when':
      return <DateTimeField {...shared} value={value as When | null} onCommit={onCommit} />;
    case 'ref':
      return (
        <RefField
          {...shared}
          kind={field.ref as Kind}
          caseId={caseId}
          value={value as RecordId | null}
          required={field.required}
          onCommit={onCommit}
        />
      );
    case 'document':
      return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
