import { useTranslation } from 'react-i18next';
import type { CaseView, Deadline } from '#contract/case.ts';
import type { Clock } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import { type TodayRow, todayRows } from '#model/today/rows.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { LawSource } from '#renderer/ui/LawSource.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { UNKNOWN } from './Cell.tsx';

/**
 * What is due in a case, for its header: deadlines of the law that were missed, if any, and the next one with its section.
 * The unit's own rules never stand here.
 */
export function DeadlineCells({ caseId, deadlines }: { caseId: RecordId; deadlines: CaseView['deadlines'] }) {
  const now = useNow();
  // Asked for anew when records change; what passes until then is told by the clock of the window.
  const { data } = useRoute('clock.list', { caseId });
  const rows = todayRows(data?.clocks ?? [], [], now).filter((row) => row.group !== 'own' && !row.old);
  const missed = rows.filter((row) => row.group === 'law' && row.dueAt !== null && row.dueAt <= now);
  const next = soonest(rows, deadlines, now);
  return (
    <>
      {missed[0]?.clock && <MissedCell count={missed.length} clock={missed[0].clock} now={now} />}
      <NextCell next={data ? next : null} isKnown={data !== undefined} now={now} />
    </>
  );
}

type Next = { readonly clock: Clock; readonly dueAt: number } | { readonly deadline: Deadline; readonly dueAt: number };

/** The soonest of clocks and of dates that are set: a hearing, an alarm's term. A date that a clock has is the clock's. */
function soonest(rows: readonly TodayRow[], deadlines: readonly Deadline[], now: number): Next | null {
  const clocks = rows
    .flatMap((row) => [row.clock, ...row.folded])
    .flatMap((clock): Next[] =>
      clock && clock.dueAt !== null && clock.dueAt > now && clock.status !== 'own_rule'
        ? [{ clock, dueAt: clock.dueAt }]
        : [],
    );
  const dates = deadlines
    .filter((one) => one.dueAt > now && one.kind !== 'order' && one.kind !== 'remand')
    .map((deadline): Next => ({ deadline, dueAt: deadline.dueAt }));
  return [...clocks, ...dates].sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}

function MissedCell({ count, clock, now }: { count: number; clock: Clock; now: number }) {
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  return (
    <div className="vb-case-cell vb-case-missed">
      <div className="vb-case-label">
        <Icon name="warn" size={14} />
        <span className="vb-cut">{t('missed', { count })}</span>
      </div>
      <div className="vb-case-value vb-cut">{t('over', { length: time.length(now - (clock.dueAt ?? now)) })}</div>
      <div className="vb-case-sub">
        {t(`name.${clock.id}`)}, <LawSource clock={clock} brief />
      </div>
    </div>
  );
}

function NextCell({ next, isKnown, now }: { next: Next | null; isKnown: boolean; now: number }) {
  const { t } = useTranslation(['case', 'clocks']);
  const time = useTimeWords();
  const due = useDueWords();
  const left = next && time.length(next.dueAt - now);
  return (
    <div className="vb-case-cell">
      <div className="vb-case-label">
        <Icon name="clock" size={14} />
        <span className="vb-cut">
          {t('case:deadline')}
          {next && 'clock' in next && (
            <>
              , <LawSource clock={next.clock} brief />
            </>
          )}
        </span>
      </div>
      <div className={next ? 'vb-case-value vb-big' : 'vb-case-value vb-cut'}>
        {left ?? (isKnown ? t('case:deadlineNone') : UNKNOWN)}
      </div>
      {next && (
        <div className="vb-case-sub">
          {'clock' in next
            ? `${t(`clocks:name.${next.clock.id}`)}, ${due.due(next.dueAt)}`
            : t(`case:due.${next.deadline.kind}`, { date: due.due(next.dueAt) })}
        </div>
      )}
    </div>
  );
}
