import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
type ThemeChoice = (typeof THEME_CHOICES)[number];
export type Theme = 'light' | 'dark';

/** What the person chose for this window. Lives in memory only: nothing is left on the disk outside the book. */
export interface Preferences {
  readonly theme: ThemeChoice;
  setTheme(theme: ThemeChoice): void;
}

export function createPreferences(): StoreApi<Preferences> {
  return createStore<Preferences>()((set) => ({
    theme: 'system',
    setTheme: (theme) => set({ theme }),
  }));
}

export const PreferencesContext = createContext<StoreApi<Preferences>>(createPreferences());

export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(useContext(PreferencesContext), select);
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}

/** The theme in force: what was chosen, else the system's, also when the system changes it. Puts it on the page. */
export function useTheme(): Theme {
  const choice = usePreferences((preferences) => preferences.theme);
  const system = useSyncExternalStore(onSystemChange, () => (darkSystem.matches ? 'dark' : 'light'));
  const theme = choice === 'system' ? system : choice;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
