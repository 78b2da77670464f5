import { type ReactNode, useId } from 'react';
import './field.css';

export interface FieldProps {
  label: string;
  /** A line under the control that helps to fill it in. */
  hint?: ReactNode;
  /** What is wrong with the value and what would be right; takes the place of the hint. */
  error?: string | null | undefined;
  /** Shown beside the label. */
  optional?: string;
}

interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props extends FieldProps {
  /** `labelId` is for what stands beside the control and needs to say of which field it is. */
  children: (wiring: Wiring, labelId: string) => ReactNode;
}

/** Label, control and what is said about it, tied together for screen readers. */
export function Field({ label, hint, error, optional, children }: Props) {
  const id = useId();
  const note = error || hint;
  const labelId = `${id}-label`;
  const noteId = `${id}-note`;
  const wiring: Wiring = { id };
  if (note) wiring['aria-describedby'] = noteId;
  if (error) wiring['aria-invalid'] = true;
  return (
    <div className="vb-field">
      <label id={labelId} htmlFor={id}>
        {label}
        {optional && <span className="vb-muted"> {optional}</span>}
      </label>
      {children(wiring, labelId)}
      {note && (
        <div id={noteId} className={error ? 'vb-field-error' : 'vb-field-hint'} {...(error ? { role: 'alert' } : {})}>
          {note}
        </div>
      )}
    </div>
  );
}
