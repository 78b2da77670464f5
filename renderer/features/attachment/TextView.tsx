import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { readAttachment } from '#renderer/client/read-attachment.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { decodeText, type Encoding } from './decode-text.ts';

/** Bytes shown at once. */
const STEP = 256 * 1024;

/** A text as it is written, a stretch at a time: nothing in it is followed, loaded or run. */
export function TextView({ id, sizeBytes }: { id: RecordId; sizeBytes: number }) {
  const { t } = useTranslation('attachment');
  const client = useClient();
  const [parts, setParts] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [wanted, setWanted] = useState(STEP);
  const at = useRef(0);
  const encodingOf = useRef<Encoding>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    const from = at.current;
    if (from >= Math.min(wanted, sizeBytes)) return;
    readAttachment(client, id, from, wanted - from, stop.signal)
      .then((bytes) => {
        if (stop.signal.aborted) return;
        const { text, used, encoding } = decodeText(bytes, from + bytes.length >= sizeBytes, encodingOf.current);
        encodingOf.current = encoding;
        at.current = from + used;
        setParts((before) => [...before, text]);
      })
      .catch((error: unknown) => !stop.signal.aborted && setFailure(error));
    return () => stop.abort();
  }, [client, id, sizeBytes, wanted]);
  const isMore = at.current < sizeBytes;

  return (
    <div className="attachment-text">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
      <section className="attachment-canvas" tabIndex={0} aria-label={t('view.text')}>
        {parts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text come in order and stay
          <pre key={index}>{text}</pre>
        ))}
        <ErrorNotice error={failure} />
        {parts.length > 0 && isMore && failure === null && (
          <Button onClick={() => setWanted(at.current + STEP)}>{t('view.more')}</Button>
        )}
      </section>
      {parts.length === 0 && failure === null && <p role="status">{t('view.reading')}</p>}
    </div>
  );
}
