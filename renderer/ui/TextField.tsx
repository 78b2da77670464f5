import type { InputHTMLAttributes, KeyboardEvent, Ref } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import { useDraft } from './use-draft.ts';

interface Props
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id' | 'className' | 'size'> {
  value: string;
  /** Every keystroke. */
  onChange?: (value: string) => void;
  /** When the field is left, on Enter, or 2 s after the last keystroke; not called when nothing changed. May answer as `useDraft` says. */
  onCommit?: (value: string) => unknown;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ label, hint, error, optional, value, onChange, onCommit, ref, ...rest }: Props) {
  const draft = useDraft(value, onChange, onCommit);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    rest.onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape' && draft.text !== value) {
      event.stopPropagation();
      draft.putBack();
    }
  };
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...wiring}
          {...draft.guard}
          ref={ref}
          className="vb-input"
          value={draft.text}
          onChange={(event) => draft.change(event.currentTarget.value)}
          onBlur={(event) => {
            draft.commit();
            rest.onBlur?.(event);
          }}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
