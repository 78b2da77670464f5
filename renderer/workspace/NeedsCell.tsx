import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { stretchesOf } from '#renderer/features/plan/matters.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { Cell, UNKNOWN } from './Cell.tsx';
import { useDayWords } from './day-words.ts';

const QUARTER_MS = 15 * 60_000;
const AHEAD_MS = 72 * 3_600_000;

/** How often nobody is planned to be there in the next 72 hours, and when first. */
export function NeedsCell({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('plan');
  const days = useDayWords();
  const now = useNow();
  const fromAt = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  const answer = useRoute('plan.coverage', { caseId, fromAt, toAt: fromAt + AHEAD_MS });
  const planned = stretchesOf(answer.data?.intervals.filter(({ layer }) => layer === 'planned') ?? []);
  const gaps = planned.filter(({ state, toAt }) => state === 'gap' && toAt > now).sort((a, b) => a.fromAt - b.fromAt);
  const thin = planned.filter(({ state, toAt }) => state === 'thin' && toAt > now).length;
  const [first] = gaps;
  const notes = [
    first && t('header.first', { at: days.moment(Math.max(first.fromAt, now)) }),
    thin > 0 && t('header.thin', { count: thin }),
  ];
  const calm = t(planned.length === 0 ? 'header.noNeeds' : 'header.allCovered');
  return (
    <Cell
      icon="gap"
      label={t('header.label')}
      big={gaps.length > 0}
      value={!answer.data ? UNKNOWN : gaps.length > 0 ? String(gaps.length) : t('header.none')}
      sub={answer.data ? notes.filter(Boolean).join(' · ') || calm : ''}
      strong={gaps.length > 0}
    />
  );
}
