import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { TIMELINE_KEYS, type Timeline } from '#renderer/timeline/index.ts';
import { type Command, useCommands } from '#renderer/ui/commands.ts';

/** What the drawing does by keys of its own, as commands: the one list that the list of keys is made of, too. */
export function useTimelineCommands(timeline: RefObject<Timeline | null>): void {
  const { t } = useTranslation(['keys', 'kinds']);
  useCommands(
    TIMELINE_KEYS.flatMap((entry): Command[] => {
      if (!('offer' in entry)) return [];
      const { id, offer, chords } = entry;
      return [
        {
          id: `timeline.key.${id}`,
          label: t(`timeline.${id}`),
          group: t('kinds:area.timeline'),
          keys: chords[0],
          ownKeys: true,
          can: () => timeline.current?.can(offer) ?? false,
          run: () => void timeline.current?.press(chords[0]),
        },
      ];
    }),
  );
}
