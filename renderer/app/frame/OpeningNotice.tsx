import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '#contract/app.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Once after unlocking: when the book was last open, who tried since, and what does not agree with its head or the clock. */
export function OpeningNotice({ session }: { session: SessionInfo }) {
  const { t } = useTranslation(['vault', 'log']);
  const words = useTimeWords();
  const goPage = useNavigation((n) => n.goPage);
  const [seen, setSeen] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const { lastOpenedAt, failedAttempts, head, clock } = session;
  const cut = head === 'behind' || head === 'differs' || head === 'missing';
  const wrongClock = clock !== 'plausible';
  if (seen || (lastOpenedAt === null && failedAttempts.length === 0 && !cut && !wrongClock)) return null;

  const first = failedAttempts[0];
  const last = failedAttempts.at(-1);
  const count = failedAttempts.length;
  const span =
    first === undefined || last === undefined || words.stamp(first) === words.stamp(last)
      ? first !== undefined && words.stampDay(first)
      : `${words.stampDay(first)}–${words.date(first) === words.date(last) ? words.clock(last) : words.stampDay(last)}`;
  return (
    <section className="vb-main-notice" aria-label={t('opening.label')}>
      <Notice
        tone={count > 0 || cut || wrongClock ? 'problem' : 'info'}
        title={lastOpenedAt === null ? t('opening.first') : t('opening.last', { at: words.stampDay(lastOpenedAt) })}
        fact={t('opening.failed', { count })}
        action={
          <>
            {(count > 0 || cut) && <Button onClick={() => goPage('log')}>{t('opening.log')}</Button>}
            <Button onClick={() => setSeen(true)}>{t('opening.seen')}</Button>
          </>
        }
      >
        {count > 0 && <p>{t('opening.when', { span, count })}</p>}
        {cut && (
          <p>
            {t(`log:verify.head_${head}`)} {t('log:verify.todo')}
          </p>
        )}
        {wrongClock && <p>{t(`opening.clock_${clock}`, { now: words.stampDay(openedAt) })}</p>}
      </Notice>
    </section>
  );
}
