import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './pick-chips.css';

interface Props<T extends string> {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}

/**
 * Several of a list, side by side: one stop for Tab, so that what stands after them is near. Arrows walk, a letter goes to
 * the next that begins with it, Space presses it.
 */
export function PickChips<T extends string>({ label, options, chosen, onChange }: Props<T>) {
  const { t } = useTranslation('orders');
  const hintId = useId();
  const [stop, setStop] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const to = target(event, index, options);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.current[to]?.focus();
  };
  return (
    <fieldset className="vb-pick" aria-describedby={hintId}>
      <legend>
        {label}{' '}
        <span id={hintId} className="vb-muted">
          {t('pickKeys')}
        </span>
      </legend>
      {options.map(({ value, label: word }, index) => {
        const isOn = chosen.includes(value);
        return (
          <button
            key={value}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            aria-pressed={isOn}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setStop(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onClick={() => onChange(isOn ? chosen.filter((one) => one !== value) : [...chosen, value])}
          >
            {word}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Where a key goes from the option at `index`; null: it is no key of the list. */
function target(event: KeyboardEvent, index: number, options: readonly { readonly label: string }[]): number | null {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return null;
  const count = options.length;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (!/^[\p{L}\p{N}]$/u.test(key)) return null;
  const letter = key.toLowerCase();
  const next = options.findIndex((_, step) => {
    return options[(index + 1 + step) % count]?.label.toLowerCase().startsWith(letter);
  });
  return next < 0 ? null : (index + 1 + next) % count;
}
