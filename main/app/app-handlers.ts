import type { AppInfo } from '#contract/app.ts';
import { CallError, type Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { AppRouteName, OutputOf, ParsedOf } from '#contract/routes.ts';
import type { Shell } from '#main/shell/shell.ts';
import { findBook, listBooks, newBookFolder, refOf } from './books.ts';
import { exportBriefing } from './export-briefing.ts';
import { exportNote } from './export-note.ts';
import type { IdleClock } from './idle-clock.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { LanguageSetting } from './settings.ts';

/** Handlers of the routes the application answers itself; one that is missing does not compile. */
export type AppHandlers = {
  readonly [N in AppRouteName]: (context: null, input: ParsedOf<N>) => Promise<OutputOf<N>>;
};

export interface AppParts {
  readonly booksFolder: string;
  readonly shell: Shell;
  readonly lifecycle: Lifecycle;
  readonly idle: IdleClock;
  readonly language: LanguageSetting;
  readonly info: () => Omit<AppInfo, 'language'>;
}

/** What can be asked while no book is open, and what ends or leaves one. */
export function createAppHandlers({ booksFolder, shell, lifecycle, idle, language, info }: AppParts): AppHandlers {
  const onlyPractice = !shell.capabilities.realBooks;
  const opened = (answerJson: string, folder: string) => {
    const answer = JSON.parse(answerJson) as Envelope<null>;
    if (!answer.ok) throw new CallError(answer.code, answer.data);
    idle.touch();
    return { ref: refOf(folder) };
  };
  return {
    async 'app.info'() {
      return { ...info(), language: language.current() };
    },
    async 'app.activity'() {
      idle.touch();
      return null;
    },
    async 'app.set_language'(_, input) {
      await language.choose(input.language);
      return null;
    },
    async 'vault.list'() {
      return listBooks(booksFolder);
    },
    async 'vault.create'(_, { name, passphrase, purpose }) {
      if (onlyPractice && purpose === 'real') throw new CallError(ERROR_CODES.DEMO_BOOKS_ONLY);
      const folder = await newBookFolder(booksFolder);
      const request = { type: 'create', folder, passphrase, name, purpose, fillFrom: null } as const;
      return opened(await lifecycle.open(request), folder);
    },
    async 'vault.unlock'(_, { ref, passphrase }) {
      const book = await findBook(booksFolder, ref);
      if (book === null) throw new CallError(ERROR_CODES.NOT_FOUND);
      if (onlyPractice && book.purpose === 'real') throw new CallError(ERROR_CODES.DEMO_BOOKS_ONLY);
      return opened(await lifecycle.open({ type: 'open', folder: book.folder, passphrase, onlyPractice }), book.folder);
    },
    async 'vault.lock'() {
      await lifecycle.lock('person');
      return null;
    },
    async 'vault.flushed'(_, { failed }) {
      lifecycle.flushed(failed);
      return null;
    },
    async 'briefing.export'(_, input) {
      return exportBriefing(lifecycle, shell, input);
    },
    // Gaps in the cover are told to the lead's profile alone.
    async 'timeline.export'(_, input) {
      return exportBriefing(lifecycle, shell, { ...input, profile: 'leder' });
    },
    async 'note.export'(_, input) {
      return exportNote(lifecycle, shell, input);
    },
  };
}
