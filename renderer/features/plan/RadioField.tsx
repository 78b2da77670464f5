import { useId } from 'react';
import './plan.css';

interface Props<T extends string> {
  /** What is chosen; read aloud. */
  label: string;
  /** The dialog says it nowhere else: it is there for the eye, too. */
  isShown?: boolean;
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
}

/** One of a few sentences, each on a line of its own. */
export function RadioField<T extends string>({ label, isShown = false, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="vb-plan-choices">
      <legend className={isShown ? 'vb-plan-legend vb-plan-shown' : 'vb-plan-legend'}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="vb-check">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            {...(option.value === value ? { 'data-autofocus': true } : {})}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
