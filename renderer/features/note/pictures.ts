import type { Client } from '#renderer/client/client.ts';
import type { PictureLoader } from '#renderer/editor/mentions/draw.ts';

/** Pictures of the attachments as addresses of this page, as long as the note is open. */
export interface Pictures {
  readonly load: PictureLoader;
  /** Lets the pictures go. */
  stop(): void;
}

/** Pictures are shown once the book has attachments that can be read; until then their place says what is there. */
export function pictureLoader(_client: Client): Pictures {
  return { load: async () => null, stop() {} };
}
