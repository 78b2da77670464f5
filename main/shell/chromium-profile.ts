import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder } from './memory-folder.ts';

/** Settings of the fresh profile: nothing is remembered, completed, translated, checked or looked up. */
const PREFERENCES = {
  alternate_error_pages: { enabled: false },
  autofill: { credit_card_enabled: false, enabled: false, profile_enabled: false },
  browser: { check_default_browser: false, enable_spellchecking: false },
  credentials_enable_autosignin: false,
  credentials_enable_service: false,
  download: { prompt_for_download: false },
  intl: { accept_languages: 'nb-NO,nb,no,en', selected_languages: 'nb-NO,nb,no,en' },
  net: { network_prediction_options: 2 },
  printing: { enabled: false },
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  safebrowsing: { enabled: false, enhanced: false, scout_reporting_enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  translate: { enabled: false },
  url_keyed_anonymized_data_collection: { enabled: false },
};

const PREFIX = 'vernebok-profile-';

export interface Profile {
  /** Chromium's own folder. */
  readonly path: string;
  /** The folder around it: also home and temp folder of the process. */
  readonly home: string;
  /** What the process sees of our environment. */
  readonly environment: Record<string, string>;
  /** Removes everything; safe to call twice. */
  remove(): Promise<void>;
}

/** What Chromium needs to reach the screen, its fonts and its words. */
const PASSED_ON = [
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
  'PATH',
  'TZ',
  'WAYLAND_DISPLAY',
  'XDG_DATA_DIRS',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_TYPE',
];

/**
 * A fresh profile in memory where the machine offers that (`/dev/shm`), else in the temp folder. Home, cache and temp
 * folder of the browser lie in it, so that all it ever writes goes with it.
 */
export async function createProfile(environment: NodeJS.ProcessEnv = process.env): Promise<Profile> {
  const home = freshFolder(PREFIX);
  const path = join(home, 'profile');
  await mkdir(join(path, 'Default'), { recursive: true, mode: 0o700 });
  await mkdir(join(home, 'temp'), { mode: 0o700 });
  await writeFile(join(path, 'Default', 'Preferences'), JSON.stringify(PREFERENCES), { mode: 0o600 });
  // Where the folder would be, a file: Chromium keeps in it what was typed, for windows it is to bring back, past a lock.
  await writeFile(join(path, 'Default', 'Sessions'), '', { mode: 0o400 });
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const authority = environment.XAUTHORITY ?? (environment.HOME && join(environment.HOME, '.Xauthority'));
  return {
    path,
    home,
    environment: {
      ...Object.fromEntries(passed),
      ...(authority && { XAUTHORITY: authority }),
      HOME: home,
      LANGUAGE: 'nb_NO:nb:en',
      TMPDIR: join(home, 'temp'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }),
  };
}
