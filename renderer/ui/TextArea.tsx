import type { Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import { useDraft } from './use-draft.ts';

interface Props
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'id' | 'className'> {
  value: string;
  onChange?: (value: string) => void;
  /** When the field is left or 2 s after the last keystroke; not called when nothing changed. May answer as `useDraft` says. */
  onCommit?: (value: string) => unknown;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with them. Enter makes a line. */
export function TextArea({ label, hint, error, optional, value, onChange, onCommit, ref, ...rest }: Props) {
  const draft = useDraft(value, onChange, onCommit);
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(wiring) => (
        <textarea
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
          onKeyDown={(event) => {
            rest.onKeyDown?.(event);
            if (event.key === 'Escape' && draft.text !== value) {
              event.stopPropagation();
              draft.putBack();
            }
          }}
        />
      )}
    </Field>
  );
}
