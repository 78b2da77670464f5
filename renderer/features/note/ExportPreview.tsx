import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteExportInput } from '#contract/app.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { isOpenSentence, SentenceReview } from '#renderer/ui/SentenceReview.tsx';
import type { Desk } from './desk.ts';

interface Props {
  caseId: RecordId;
  id: RecordId;
  desk: Desk;
  /** Nothing hinders any more that it leaves: each sentence that may tell of her is decided about. */
  onDecided: (isDecided: boolean) => void;
  /** A decision changes the words: what was read before is not what leaves. */
  onChange: () => void;
}

/** The words as the charged person would read them, and the sentences that somebody decides about before that. */
export function ExportPreview({ caseId, id, desk, onDecided, onChange }: Props) {
  const { t, i18n } = useTranslation('export');
  const refresh = useRefresh();
  const [isReady, setReady] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [find, setFind] = useState('');
  const wanted = find.trim().length < 2 ? null : find.trim();
  const language: NoteExportInput['language'] = i18n.language === 'en' ? 'en' : 'nb';
  const shown = useRoute('note.preview_export', { id, purpose: 'case_document', language }, { enabled: isReady });
  const review = useRoute('note.review', { id, find: wanted }, { enabled: isReady });
  const decide = useAction('briefing.decide');
  const role = useRoute('session.get', {}).data?.person.role;
  const again = () => refresh(['note.preview_export', 'note.review']);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the dialog opens
  useEffect(() => {
    let isGone = false;
    const begin = async () => {
      // What is typed and no version yet is part of what leaves.
      await desk.keeper?.makeVersion();
      await again();
    };
    begin()
      .then(() => !isGone && setReady(true))
      .catch((failure: unknown) => !isGone && setError(failure));
    return () => {
      isGone = true;
    };
  }, [desk]);

  const isDecided = review.data !== undefined && !review.isFetching && !review.data.some(isOpenSentence);
  useEffect(() => onDecided(isDecided), [isDecided, onDecided]);

  return (
    <div className="note-preview" aria-busy={!shown.data && error === null}>
      <h3 className="note-preview-head">{t('preview')}</h3>
      <ErrorNotice error={error ?? shown.error} />
      {isReady && shown.data && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
          <section className="note-preview-text" tabIndex={0} aria-label={t('preview')}>
            <pre>{shown.data.text}</pre>
          </section>
          <p className="vb-sec" role="status">
            {t('previewWithheld', { count: shown.data.withheld })}
          </p>
        </>
      )}
      <SentenceReview
        items={isReady ? review.data : undefined}
        error={review.error ?? decide.error}
        find={find}
        onFind={setFind}
        busy={decide.isPending}
        onDecide={
          role === 'reader'
            ? null
            : (key, decision) => {
                onChange();
                decide.mutate({ caseId, keys: [key], decision }, { onSuccess: () => void again() });
              }
        }
      />
    </div>
  );
}
