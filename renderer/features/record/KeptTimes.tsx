import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useRuleWords } from '#renderer/ui/rule-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** When a series, or what has begun, takes place: told here, and changed where it is asked how far a change reaches. */
export function KeptTimes({ record }: { record: ShownRecord }) {
  const { t } = useTranslation('series');
  const time = useTimeWords();
  const ruleWords = useRuleWords();
  const area = useNavigation((n) => n.area);
  const openCase = useNavigation((n) => n.openCase);
  const { fromLocal, toLocal, recurrence } = record.values as Readonly<Record<string, string | null>>;
  const { caseId } = record;
  const from = time.localStamp(fromLocal ?? '');
  return (
    <section className="vb-kept-times" aria-label={t('times')}>
      <p>{toLocal ? t('timesFrom', { from, to: time.localStamp(toLocal) }) : t('timesOpen', { from })}</p>
      {recurrence && <p className="vb-muted">{t('recurs', { rule: ruleWords(recurrence) })}</p>}
      <p className="vb-muted">{t('kept')}</p>
      {area !== 'timeline' && caseId && (
        <Button size="sm" onClick={() => openCase(caseId, 'timeline', record.id)}>
          {t('show')}
        </Button>
      )}
    </section>
  );
}
