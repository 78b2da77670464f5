import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { startOfDay } from '#model/time.ts';
import { useAction, useRefresh } from '#renderer/client/hooks.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { LONGEST_PLAN_MS } from '#renderer/features/plan/use-plan.ts';
import { printPages, type TimelineData, type TimeSpan } from '#renderer/timeline/index.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { paperRegister } from './paper-register.ts';
import { holds } from './part.ts';
import { timelinePaper } from './timeline-paper.ts';
import { usePaperWords } from './use-paper-words.ts';
import { useRegisterWords } from './use-register-words.ts';

interface Props {
  caseId: RecordId;
  /** What the timeline shows. */
  data: TimelineData;
  /** The window: the range that is offered first. */
  view: TimeSpan | null;
  open: boolean;
  /** Fetches what a range holds; null where everything is there. */
  onRange: ((range: TimeSpan) => void) | null;
  onClose: () => void;
}

const DAY_MS = 86_400_000;
/** Days that are printed a page each; more go by weeks. */
const MOST_DAYS = 62;
const MOST_PAGES = 366;

/** Why a range cannot be printed; null if it can. @param pages that it may need */
function problemOf(fromAt: number, toAt: number, pages: number): 'endFirst' | 'tooLong' | 'planTooLong' | null {
  if (toAt <= fromAt) return 'endFirst';
  if (pages > MOST_PAGES) return 'tooLong';
  return toAt - fromAt > LONGEST_PLAN_MS ? 'planTooLong' : null;
}

/** Asks for range and pages and prints the timeline as it is shown; the copy is numbered and logged like a briefing. */
export function PrintTimeline({ caseId, data, view, open, onRange, onClose }: Props) {
  const { t, i18n } = useTranslation('paper');
  const zone = useZone();
  const now = useNow();
  const refresh = useRefresh();
  const printing = useAction('timeline.export');
  const { plan, error: planError, fetchFor } = usePlanDesk();
  const words = usePaperWords(plan);
  const registerWords = useRegisterWords();
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [chosen, setChosen] = useState<'day' | 'week' | null>(null);
  const shown = view ?? { fromAt: now, toAt: now + DAY_MS };
  const fromAt = from ?? startOfDay(shown.fromAt, zone);
  const toAt = to ?? startOfDay(shown.toAt - 1, zone, 1);
  const days = (toAt - fromAt) / DAY_MS;
  const per = chosen ?? (days > MOST_DAYS ? 'week' : 'day');
  const most = per === 'day' ? Math.ceil(days) : Math.ceil(days / 7) + 1;
  const problem = problemOf(fromAt, toAt, most);
  const years = Math.floor(LONGEST_PLAN_MS / (365 * DAY_MS));
  const problemWords = problem && t(problem, { most: problem === 'tooLong' ? MOST_PAGES : years });
  const pages = open && problem === null ? printPages({ fromAt, toAt }, per, zone).length : 0;
  const range = { fromAt, toAt };
  const hasFacts = !data.loaded || holds(data.loaded, range);
  // The plan is fetched by months around what is looked at: a paper without it would look as if nothing were planned.
  const hasPlan = plan !== null && holds(plan.index.plan, range);
  const isThere = hasFacts && hasPlan;
  const isAsked = open && problem === null && !isThere;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a range is asked for once
  useEffect(() => {
    if (!isAsked) return;
    if (!hasFacts) onRange?.(range);
    fetchFor(range);
  }, [isAsked, hasFacts, fromAt, toAt]);

  const print = () => {
    const language = i18n.language === 'en' ? 'en' : 'nb';
    const register = plan && paperRegister(plan, range, registerWords);
    const timeline = timelinePaper(data, { ...range, per, zone, nowAt: now }, words, register);
    const settled = () => void refresh(['briefing.copies', 'log.uses']);
    printing.mutate({ caseId, language, timeline }, { onSettled: settled });
  };
  return (
    <Dialog
      open={open}
      title={t('title')}
      subtitle={t('sub')}
      onClose={() => {
        printing.reset();
        fetchFor(null);
        onClose();
      }}
      onConfirm={print}
      confirmLabel={printing.isPending ? t('printing') : t('print')}
      confirmDisabled={problem !== null || !isThere}
      busy={printing.isPending}
    >
      <InstantField label={t('from')} value={fromAt} onCommit={setFrom} first />
      <InstantField label={t('to')} value={toAt} error={problemWords ?? undefined} onCommit={setTo} />
      <Segmented
        label={t('per')}
        value={per}
        options={[
          { value: 'day', label: t('perDay') },
          { value: 'week', label: t('perWeek') },
        ]}
        onChange={setChosen}
      />
      {problem === null && <p className="vb-muted">{t('pages', { count: pages })}</p>}
      <div aria-live="polite">
        <ErrorNotice error={printing.error ?? (isAsked ? planError : null)} />
        {isAsked && <p>{t('gesture:fetching')}</p>}
        {printing.data && (
          <p>{t('done', { copy: printing.data.copy, pages: printing.data.pages, name: printing.data.savedAs })}</p>
        )}
      </div>
    </Dialog>
  );
}
