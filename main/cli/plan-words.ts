import type { PlanView } from '#contract/plan-view.ts';
import { createWords } from '#main/briefing/words.ts';
import { formatDuration, type Lang } from '#model/format.ts';
import { type Conflict, type CoverageInterval, type CoverageReason, keyOf, type WorkItem } from '#model/plan/result.ts';
import { conflictSentence } from '#model/plan/sentences.ts';
import { askedOf } from '#model/plan/staffing.ts';

/** States, reasons, conflicts and work of a plan in words, those of the window. */
export function planWords(view: PlanView, names: ReadonlyMap<string, string>, lang: Lang, zone: string) {
  const { t, option } = createWords(lang, zone);
  const duties = new Map(view.window.duties.map((duty) => [keyOf(duty), duty]));
  const someone = t('plan:someone');
  const reason = ({ code, qualificationId }: CoverageReason): string =>
    t(`plan:reason.${code}`, { name: names.get(qualificationId ?? '') ?? '' });
  return {
    reason,
    /** `underbemannet: for få, mangler Livvakt` */
    coverage({ state, reasons }: CoverageInterval): string {
      const why = [...new Set(reasons.map(reason))].join(', ');
      return [t(`plan:state.${state}`), why].filter(Boolean).join(': ');
    },
    conflict(one: Conflict): string {
      const metres = (count: number) => t('plan:metres', { metres: count });
      const { key, values } = conflictSentence(one, names.get(one.subjectId) ?? someone, metres, lang);
      return t(`plan:conflict.${key}`, values);
    },
    work(item: WorkItem): string {
      const duty = item.duties[0] && duties.get(keyOf(item.duties[0]));
      const post = duty?.openPosts.find(({ id }) => id === item.recordId)?.post;
      return t(`plan:work.${item.type}`, {
        name: item.officerIds.map((id) => names.get(id) ?? '').join(', ') || someone,
        length: formatDuration(item.toAt - item.fromAt, lang),
        post: post ? option('post', post) : someone,
        asked: duty ? askedOf(duty) : 0,
        qualification: names.get(item.recordId ?? '') ?? '',
      });
    },
  };
}
