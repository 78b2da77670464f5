import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { InstantField } from './DateTimeField.tsx';
import { useTimeWords } from './time-words.ts';
import './as-of-field.css';

interface Props {
  /** ms UTC; null is now. */
  value: number | null;
  onChange: (at: number | null) => void;
}

/** Asks for what was known at an instant. It says so for as long as another time than now is shown. */
export function AsOfField({ value, onChange }: Props) {
  const { t } = useTranslation('flags');
  const time = useTimeWords();
  const [asking, setAsking] = useState(false);
  if (value !== null) {
    return (
      <span className="vb-as-of" role="status">
        <strong>{t('asOf.shown', { at: time.stamp(value) })}</strong>
        <Button size="sm" onClick={() => onChange(null)}>
          {t('asOf.now')}
        </Button>
      </span>
    );
  }
  if (!asking) {
    return (
      <Button size="sm" variant="quiet" icon="history" onClick={() => setAsking(true)}>
        {t('asOf.ask')}
      </Button>
    );
  }
  return (
    <span className="vb-as-of">
      <InstantField
        label={t('asOf.label')}
        value={null}
        onCommit={(at) => {
          if (at === null) return;
          setAsking(false);
          onChange(at);
        }}
      />
      <Button size="sm" variant="quiet" onClick={() => setAsking(false)}>
        {t('asOf.stop')}
      </Button>
    </span>
  );
}
