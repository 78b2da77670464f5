import { Field, type FieldProps } from './Field.tsx';

interface Props<T extends string> extends FieldProps {
  value: T | null;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T | null) => void;
  /** The word for "not chosen"; without it something must be chosen. */
  empty?: string;
  disabled?: boolean;
  /** A dialog that opens gives it the keys. */
  'data-autofocus'?: boolean;
}

/** One of a list. The system's own list: it reads aloud, types ahead and scales like everything else there. */
export function SelectField<T extends string>(props: Props<T>) {
  const { label, hint, error, optional, value, options, onChange, empty, disabled } = props;
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(wiring) => (
        <select
          {...wiring}
          className="vb-input"
          value={value ?? ''}
          disabled={disabled}
          data-autofocus={props['data-autofocus']}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            onChange(chosen?.value ?? null);
          }}
        >
          {(empty !== undefined || value === null) && <option value="">{empty ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
