import { useState } from 'react';
import type { Language } from '#contract/common.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { SentenceReview } from '#renderer/ui/SentenceReview.tsx';

interface Props {
  caseId: RecordId;
  language: Language;
  aboutId: RecordId | null;
}

/** The sentences of the papers of a case that a person decides about before they leave. */
export function Review({ caseId, language, aboutId }: Props) {
  const [find, setFind] = useState('');
  const wanted = find.trim().length < 2 ? null : find.trim();
  const review = useRoute('briefing.review', { caseId, language, aboutId, find: wanted });
  const decide = useAction('briefing.decide');
  const refresh = useRefresh();
  const role = useRoute('session.get', {}).data?.person.role;
  return (
    <SentenceReview
      items={review.data}
      error={review.error ?? decide.error}
      find={find}
      onFind={setFind}
      busy={decide.isPending}
      onDecide={
        role === 'reader'
          ? null
          : (key, decision) =>
              decide.mutate(
                { caseId, keys: [key], decision },
                { onSuccess: () => void refresh(['briefing.review', 'briefing.preview']) },
              )
      }
    />
  );
}
