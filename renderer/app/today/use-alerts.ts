import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useRowWords } from './row-words.ts';
import { useActing, useMinutely } from './use-today.ts';

/**
 * Says within the window when something new asks to act now: once a cause, and never what was there when the book was
 * opened. Nothing goes to the system's own messages: they would show on a locked screen.
 */
export function useAlerts(): void {
  const { t } = useTranslation('today');
  const { data } = useActing();
  useMinutely('today.acting');
  const notify = useNotify();
  const words = useRowWords();
  const goPage = useNavigation((n) => n.goPage);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...data.rows.map((row) => row.key)]);
    if (before === null) return;
    const fresh = data.rows.filter((row) => !before.has(row.key));
    const [first] = fresh;
    if (!first) return;
    const one = data.cases.find(({ id }) => id === first.caseId);
    const text = one ? [one.protectedPersons[0] ?? one.name, one.number].filter(Boolean).join(', ') : '';
    notify.show({
      title:
        fresh.length > 1 ? t('alert_more', { title: words.title(first), count: fresh.length - 1 }) : words.title(first),
      text,
      action: { label: t('open_board'), run: () => goPage('today') },
    });
  }, [data, notify, words, goPage, t]);
}
