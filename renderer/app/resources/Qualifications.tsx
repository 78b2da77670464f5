import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useHeld } from './use-held.ts';

/** The codes an officer holds; one that has run out is dashed and says so. */
export function Qualifications({ officerId }: { officerId: RecordId }) {
  const { t } = useTranslation('resources');
  const words = useTimeWords();
  const now = useNow();
  const held = useHeld(officerId);
  if (held.length === 0) return <span className="vb-muted">–</span>;
  return (
    <span className="vb-held">
      {held.map(({ id, code, label, validUntilAt }) => {
        const isOver = validUntilAt !== null && validUntilAt <= now;
        const until =
          validUntilAt === null ? '' : t(isOver ? 'ranOut' : 'validUntil', { date: words.date(validUntilAt) });
        return (
          <Chip key={id} tone="assess" dashed={isOver} title={[label, until].filter(Boolean).join(', ')}>
            {isOver ? t('codeRanOut', { code }) : code}
          </Chip>
        );
      })}
    </span>
  );
}
