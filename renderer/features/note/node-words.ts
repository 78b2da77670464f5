import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Time } from '#model/document/format.ts';
import type { Grade } from '#model/document/grading.ts';
import { type DateText, whenOfDate } from '#model/document/moment.ts';
import { isAmbiguousLocal } from '#model/time.ts';
import type { NodeWords } from '#renderer/editor/mentions/draw.ts';
import { langOf, timeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { useBriefWords } from './brief-words.ts';

/** Words of the nodes of a note, in the interface's language; dates as the calendar of the zone has them. */
export function useNodeWords(): NodeWords {
  const { t, i18n } = useTranslation(['writing', 'note', 'time']);
  const words = useBriefWords();
  const zone = useZone();
  const { language } = i18n;
  return useMemo(() => {
    // What was written is wall clock already: read as UTC it comes back as it was written.
    const wall = timeWords(t, 'UTC', langOf(language));
    const own = timeWords(t, zone, langOf(language));
    const parts = (text: DateText) => {
      const at = whenOfDate(text, 'UTC')?.fromAt ?? 0;
      return { day: t('writing:time.day', { day: wall.dayName(at), year: text.slice(0, 4) }), clock: text.slice(11) };
    };
    const date = (text: DateText) => {
      const { day, clock } = parts(text);
      return clock === '' ? day : t('writing:time.clock', { day, clock });
    };
    return {
      link: (type) => (type === 'mentions' ? '' : words.linkInText(type)),
      struck: t('note:mention.struck'),
      missing: t('note:mention.missing'),
      date,
      time({ from, to }: Time) {
        if (to === undefined) return date(from);
        const isSameDay = from.length > 10 && to.length > 10 && from.slice(0, 10) === to.slice(0, 10);
        return t('writing:time.span', { from: date(from), to: isSameDay ? to.slice(11) : date(to) });
      },
      timeNote({ from, to }: Time) {
        const week = wall.longDate(whenOfDate(from, 'UTC')?.fromAt ?? 0);
        const times = [from, to].filter((text): text is DateText => text !== undefined);
        if (times.some((text) => whenOfDate(text, zone) === null)) return t('writing:time.skipped', { week });
        if (times.some((text) => isAmbiguousLocal(text, zone))) return t('writing:time.twice', { week });
        return week;
      },
      grade: ({ source, information, handling, basis }: Grade) =>
        t('writing:grading.whole', {
          source: `${source} ${t(`writing:grading.source.${source}`)}`,
          information: `${information} ${t(`writing:grading.information.${information}`)}`,
          handling: `${handling} ${t(`writing:grading.handling.${handling}`)}`,
          basis: t(`writing:grading.basis.${basis}`),
        }),
      assessment: t('writing:grading.basis.assessment'),
      strike: ({ by, at, reason }) => t('writing:strike.plate', { at: own.stamp(at), by, reason }),
      check: { ticked: t('writing:check.ticked'), unticked: t('writing:check.unticked') },
      picture: { loading: t('writing:picture.loading'), none: t('writing:picture.none') },
    };
  }, [t, words, zone, language]);
}
