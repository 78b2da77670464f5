import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NOTE_PURPOSES } from '#contract/app.ts';
import type { OutputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Desk } from './desk.ts';

interface Props {
  id: RecordId;
  desk: Desk;
  purpose: (typeof NOTE_PURPOSES)[number];
}

/** The words as they would leave, read by whoever decides before anybody else reads them. */
export function ExportPreview({ id, desk, purpose }: Props) {
  const { t, i18n } = useTranslation('export');
  const client = useClient();
  const [shown, setShown] = useState<OutputOf<'note.preview_export'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const language = i18n.language === 'en' ? 'en' : 'nb';
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      // What is typed and no version yet is part of what leaves.
      await desk.keeper?.makeVersion();
      return client.invoke('note.preview_export', { id, purpose, language });
    };
    read()
      .then((answer) => !isGone && setShown(answer))
      .catch((failure: unknown) => !isGone && setError(failure));
    return () => {
      isGone = true;
    };
  }, [client, desk, id, purpose, language]);
  return (
    <div className="note-preview" aria-busy={shown === null && error === null}>
      <h3 className="note-preview-head">{t('preview')}</h3>
      <ErrorNotice error={error} />
      {shown && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
          <section className="note-preview-text" tabIndex={0} aria-label={t('preview')}>
            <pre>{shown.text}</pre>
          </section>
          <p className="vb-sec" role="status">
            {t('previewWithheld', { count: shown.withheld })}
          </p>
        </>
      )}
    </div>
  );
}
