import { createHash } from 'node:crypto';
import { clipboard } from 'electron';

/** Takes what the person copied here from the clipboard again, unless something else has been copied since. */
export interface ClipboardGuard {
  /** Something was copied from the page just now. */
  copied(): void;
  /** Clears the clipboard if it still holds that. */
  clear(): Promise<void>;
}

/** The page tells before the browser has written. */
const WRITTEN_AFTER_MS = 50;

/** Keeps a fingerprint of what was copied, not the text. */
export function createClipboardGuard(): ClipboardGuard {
  let filledWith: string | null = null;
  const fingerprint = async () =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex');
  return {
    copied() {
      setTimeout(async () => {
        filledWith = await fingerprint();
      }, WRITTEN_AFTER_MS);
    },
    async clear() {
      if (filledWith !== null && (await fingerprint()) === filledWith) await clipboard.clear();
      filledWith = null;
    },
  };
}
