import type { ReactNode } from 'react';
import './field.css';

interface Props {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** Yes or no. For "not said" too, use a SelectField of three. */
export function CheckField({ label, checked, onChange, disabled }: Props) {
  return (
    <label className="vb-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
