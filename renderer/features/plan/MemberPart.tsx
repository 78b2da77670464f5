import { useTranslation } from 'react-i18next';
import type { Duty } from '#model/plan/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';

interface Props {
  name: string;
  duty: Duty;
  part: { readonly id: string; readonly fromAt: number | null; readonly toAt: number | null };
}

/** For which part of a duty somebody, or a car, is on it, and the way to say another one. */
export function MemberPart({ name, duty, part }: Props) {
  const { t } = useTranslation('series');
  const time = useTimeWords();
  const { ask } = usePlanDesk();
  const { id, fromAt, toAt } = part;
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const from = time.clock(fromAt ?? duty.fromAt);
  const end = toAt ?? duty.toAt;
  const isPart = fromAt !== null || toAt !== null;
  return (
    <span className="vb-plan-member-line">
      {isPart && <span>{t('partFrom', { from, to: end === null ? '' : time.clock(end) })}</span>}
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('partOf', { name })}
        onClick={() => ask({ type: 'part', ref, id })}
      >
        {t('part')}
      </Button>
    </span>
  );
}
