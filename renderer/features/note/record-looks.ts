import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { createMentionDirectory, type MentionDirectory, type RecordLook } from '#renderer/editor/mentions/directory.ts';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import type { BriefWords } from './brief-words.ts';

/** A directory of mentioned records over the book: their titles as they are now. */
export function recordDirectory(client: Client, words: BriefWords): MentionDirectory {
  return createMentionDirectory(async (ids) => {
    const briefs = await client.invoke('record.briefs', { ids: [...ids] });
    return new Map<RecordId, RecordLook>(
      briefs.map((brief) => [
        brief.id,
        {
          title: words.title(brief),
          icon: iconOf(brief.kind, brief.tone),
          tone: brief.tone,
          kindLabel: words.kind(brief.kind),
          struck: brief.struckAt !== null,
        },
      ]),
    );
  });
}
