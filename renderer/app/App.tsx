import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { CrashGuard } from './CrashGuard.tsx';
import { Session } from './Session.tsx';
import { Gate } from './unlock/Gate.tsx';
import './app.css';

/** Locked: the way in. Unlocked: the work. */
export function App() {
  const { i18n } = useTranslation();
  const info = useRoute('app.info', {});
  const chosen = info.data?.language;
  useEffect(() => {
    if (chosen) void i18n.changeLanguage(chosen);
  }, [chosen, i18n]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  if (info.error)
    return (
      <main className="vb-alone">
        <ErrorNotice error={info.error} />
      </main>
    );
  if (!info.data) return null;
  return <CrashGuard>{info.data.locked ? <Gate info={info.data} /> : <Session info={info.data} />}</CrashGuard>;
}
