import { useTranslation } from 'react-i18next';

/** Commands whose label tells of the next step; in a list of keys they are called what they are. */
const PLAIN = new Set(['undo', 'redo']);

/** What a command is called in a list of keys. */
export function usePlainWords(): (id: string, label: string) => string {
  const { t } = useTranslation('log');
  return (id, label) => (PLAIN.has(id) ? t(`history.${id}`) : label);
}
