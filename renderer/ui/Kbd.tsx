import { useTranslation } from 'react-i18next';
import './kbd.css';

/** A key or chord as it stands on the keyboard: parts joined by `+`, such as `Ctrl+Shift+Z`. */
export function Kbd({ keys }: { keys: string }) {
  const { t } = useTranslation('app');
  const parts = keys === '+' ? [keys] : keys.split('+');
  const words = parts.map((key) => t(`keys.${key}`, { defaultValue: key }));
  return <kbd className="vb-kbd">{words.join(' ')}</kbd>;
}
