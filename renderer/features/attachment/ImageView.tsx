import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { readAttachment } from '#renderer/client/read-attachment.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

interface Props {
  id: RecordId;
  mediaType: string;
  sizeBytes: number;
  /** What it shows, in words. */
  alt: string;
}

/** Larger pictures are not drawn: the window would hold them several times over. */
const MOST_BYTES = 128 * 1024 * 1024;

/** A picture, fitted to the page or in its own size. */
export function ImageView({ id, mediaType, sizeBytes, alt }: Props) {
  const { t } = useTranslation('attachment');
  const client = useClient();
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBroken, setBroken] = useState(false);
  const [isWhole, setWhole] = useState(true);
  const isTooLarge = sizeBytes > MOST_BYTES;
  useEffect(() => {
    if (isTooLarge) return;
    const stop = new AbortController();
    let made: string | null = null;
    readAttachment(client, id, 0, sizeBytes, stop.signal)
      .then((bytes) => {
        if (stop.signal.aborted) return;
        made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
        setAddress(made);
      })
      .catch((error: unknown) => !stop.signal.aborted && setFailure(error));
    return () => {
      stop.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [client, id, mediaType, sizeBytes, isTooLarge]);

  if (isTooLarge) return <Notice title={t('view.tooLarge')}>{t('view.kept')}</Notice>;
  if (isBroken)
    return (
      <Notice tone="problem" title={t('view.broken')}>
        {t('view.kept')}
      </Notice>
    );
  return (
    <div className="attachment-image" data-fit={isWhole}>
      <ErrorNotice error={failure} />
      {address !== null && (
        <>
          <div className="attachment-tools">
            <Button size="sm" icon="fit" on={isWhole} onClick={() => setWhole(true)}>
              {t('view.fit')}
            </Button>
            <Button size="sm" icon="zoom-in" on={!isWhole} onClick={() => setWhole(false)}>
              {t('view.full')}
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than its frame is scrolled by keys */}
          <section className="attachment-canvas" tabIndex={0} aria-label={t('view.picture')}>
            <img src={address} alt={alt} onError={() => setBroken(true)} />
          </section>
        </>
      )}
      {address === null && failure === null && <p role="status">{t('view.reading')}</p>}
    </div>
  );
}
