import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
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
  let written: Promise<void> | null = null;
  const fingerprint = async () =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex');
  return {
    copied() {
      written = wait(WRITTEN_AFTER_MS).then(async () => {
        filledWith = await fingerprint();
      });
    },
    async clear() {
      // A lock right after a copy waits until there is something to clear.
      await written;
      if (filledWith !== null && (await fingerprint()) === filledWith) clipboard.clear();
      filledWith = null;
      // On X11 what is marked can be pasted without being copied; elsewhere there is no such clipboard.
      clipboard.selection?.clear();
    },
  };
}
