import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | null;
  disabled?: boolean;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A passphrase: hidden, can be shown while it is typed, warns of Caps Lock. No password manager is asked. */
export function PassphraseField({ label, value, onChange, hint, error, disabled, autoFocus, ref }: Props) {
  const { t } = useTranslation('vault');
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="vb-input vb-input-lg vb-input-group">
          <input
            {...wiring}
            ref={ref}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={1024}
            // biome-ignore lint/a11y/noAutofocus: the one thing to do on this screen
            autoFocus={autoFocus}
            disabled={disabled}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            onBlur={() => setCaps(false)}
          />
          {caps && (
            <span role="status">
              <Chip>{t('caps_lock')}</Chip>
            </span>
          )}
          <IconButton
            icon={shown ? 'eye-off' : 'eye'}
            label={t(shown ? 'hide_passphrase' : 'show_passphrase')}
            size="sm"
            on={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
