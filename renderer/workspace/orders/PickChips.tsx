import './pick-chips.css';

interface Props<T extends string> {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}

/** Several of a list, side by side; each is a stop for Tab and Space presses it. */
export function PickChips<T extends string>({ label, options, chosen, onChange }: Props<T>) {
  return (
    <fieldset className="vb-pick">
      <legend>{label}</legend>
      {options.map(({ value, label: word }) => {
        const isOn = chosen.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? chosen.filter((one) => one !== value) : [...chosen, value])}
          >
            {word}
          </button>
        );
      })}
    </fieldset>
  );
}
