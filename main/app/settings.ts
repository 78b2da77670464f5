import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '#contract/common.ts';

/** What the application remembers outside every book: nothing that says anything about one. */
const settingsSchema = z.object({ language: z.enum(LANGUAGES) });

const FILE = 'settings.json';

export interface LanguageSetting {
  /** The language chosen last, or null. */
  current(): Language | null;
  /** Reads what an earlier start kept; a file that cannot be read counts as none. */
  restore(): Promise<void>;
  /** Throws the file system's error. */
  choose(language: Language): Promise<void>;
}

/** The language of the interface, kept in `folder` from one start to the next. */
export function createLanguageSetting(folder: string): LanguageSetting {
  let chosen: Language | null = null;
  return {
    current: () => chosen,
    async restore() {
      try {
        chosen = settingsSchema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8'))).language;
      } catch {
        chosen = null;
      }
    },
    async choose(language) {
      chosen = language;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const fresh = join(folder, `${FILE}.new`);
      await writeFile(fresh, `${JSON.stringify({ language })}\n`, { mode: 0o600 });
      await rename(fresh, join(folder, FILE));
    },
  };
}
