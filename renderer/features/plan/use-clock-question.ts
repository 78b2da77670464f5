import { useTranslation } from 'react-i18next';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { ClockAnswer } from './pending.ts';

export type Keep = 'keepEnd' | 'keepLength';

/**
 * The question that a clock change asks, and its answers: of one bar each says when it ends, of several it is the same for
 * all, whenever each of them ends. What was said by the clock stays so unless the length is asked for.
 * @param isOnce the length can be kept in the night of the change alone, while the others end by the clock
 */
export function useClockQuestion(clocks: readonly ClockAnswer[], isOnce: boolean) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const lead = clocks.length > 1 ? t('gesture:clock.lead', { count: clocks.length }) : t('edit.clockLead');
  const options = (['keepEnd', 'keepLength'] as const).map((value) => {
    const [only] = clocks;
    if (clocks.length !== 1 || !only) return { value, label: t(`gesture:clock.${value}`, { count: clocks.length }) };
    const { endLocal, minutes } = only[value];
    const words = { end: time.localClock(endLocal), length: time.length(minutes * 60_000) };
    if (value === 'keepEnd' || !isOnce) return { value, label: t(`edit.${value}`, words) };
    return { value, label: t('series:keepLengthOnce', { ...words, others: time.localClock(only.keepEnd.endLocal) }) };
  });
  return { lead, options };
}
