import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CallError, type Envelope } from '#contract/envelope.ts';
import { VAULT_FILE } from '#main/vault/casebook-folder.ts';
import { createCoreClient, type StartCore } from './core-client.ts';

/** Of the demonstration book among the other books. */
const FOLDER = 'demonstration';
/** Who wrote it: the analyst of the invented night. */
const NAME = 'Fjære';

export interface DemoOptions {
  readonly booksFolder: string;
  /** Folder of the published chronologies. */
  readonly chronologies: string;
  readonly passphrase: string;
  readonly startCore: StartCore;
  /** Told that it is being made, which takes some seconds. */
  readonly say: (line: string) => void;
}

/**
 * Makes the demonstration book where there is none yet, in a core process of its own that has ended when this returns.
 * @returns its folder
 * @throws CallError with the core's code
 */
export async function ensureDemoBook(options: DemoOptions): Promise<string> {
  const { booksFolder, chronologies, passphrase, startCore, say } = options;
  const folder = join(booksFolder, FOLDER);
  if (existsSync(join(folder, VAULT_FILE))) return folder;
  say('Making the demonstration book');
  const core = createCoreClient(await startCore(), () => undefined);
  try {
    const answer = JSON.parse(
      await core.ask({ type: 'create', folder, passphrase, name: NAME, purpose: 'demo', fillFrom: chronologies }),
    ) as Envelope<null>;
    if (!answer.ok) throw new CallError(answer.code, answer.data);
    return folder;
  } finally {
    await core.end(LAST_WORDS_MS);
  }
}

const LAST_WORDS_MS = 2_000;
