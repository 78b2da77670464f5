import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '#contract/app.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Once after unlocking: when the book was last open, and who tried to open it since. */
export function OpeningNotice({ session }: { session: SessionInfo }) {
  const { t } = useTranslation('vault');
  const words = useTimeWords();
  const goPage = useNavigation((n) => n.goPage);
  const [seen, setSeen] = useState(false);
  const { lastOpenedAt, failedAttempts } = session;
  if (seen || (lastOpenedAt === null && failedAttempts.length === 0)) return null;

  const first = failedAttempts[0];
  const last = failedAttempts.at(-1);
  const count = failedAttempts.length;
  const span =
    first === undefined || last === undefined || words.stamp(first) === words.stamp(last)
      ? first !== undefined && words.stampDay(first)
      : `${words.stampDay(first)}–${words.date(first) === words.date(last) ? words.clock(last) : words.stampDay(last)}`;
  return (
    <div className="vb-main-notice">
      <Notice
        tone={count > 0 ? 'problem' : 'info'}
        title={lastOpenedAt === null ? t('opening.first') : t('opening.last', { at: words.stampDay(lastOpenedAt) })}
        fact={t('opening.failed', { count })}
        action={
          <>
            {count > 0 && <Button onClick={() => goPage('log')}>{t('opening.log')}</Button>}
            <Button onClick={() => setSeen(true)}>{t('opening.seen')}</Button>
          </>
        }
      >
        {count > 0 && <p>{t('opening.when', { span })}</p>}
      </Notice>
    </div>
  );
}
