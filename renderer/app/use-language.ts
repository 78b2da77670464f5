import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#contract/common.ts';
import { useClient } from '#renderer/client/hooks.ts';

/** The interface's language; a new choice is told to the application, whose own words (menus, dialogs) follow. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  const client = useClient();
  const language = LANGUAGES.find((code) => code === i18n.language) ?? 'nb';
  return {
    language,
    setLanguage(next) {
      void i18n.changeLanguage(next);
      client.invoke('app.set_language', { language: next }).catch(() => undefined);
    },
  };
}
