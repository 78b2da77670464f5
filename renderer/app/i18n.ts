import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contract/common.ts';
import { NAMESPACES, RESOURCES } from '#resources/i18n/index.ts';
import { lawWords } from './law-words.ts';

/** Words of the interface. Everything is in memory at once: there is nothing to wait for and nothing to fetch. */
export function createWords(language: Language): i18n {
  const words = createInstance();
  words
    .use(initReactI18next)
    .use(lawWords)
    .init({
      resources: RESOURCES,
      ns: [...NAMESPACES],
      defaultNS: 'app',
      lng: language,
      fallbackLng: 'nb',
      initAsync: false,
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      postProcess: [lawWords.name],
      react: { useSuspense: false },
    });
  return words;
}

/** English where the system is set to it, else Norwegian. */
export function languageOfSystem(): Language {
  return navigator.language.startsWith('en') ? 'en' : 'nb';
}
