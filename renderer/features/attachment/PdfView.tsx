import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '#contract/envelope.ts';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { readAttachment } from '#renderer/client/read-attachment.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PdfPage } from './PdfPage.tsx';
import { type OpenPdf, openPdf } from './pdf.ts';

/** Widths a page is drawn in, px; the first is the page's own choice. */
const WIDTHS = [720, 960, 1_280] as const;

/** The pages of a PDF. Its scripts, links and attached files stay asleep. */
export default function PdfView({ id, sizeBytes }: { id: RecordId; sizeBytes: number }) {
  const { t } = useTranslation('attachment');
  const client = useClient();
  const [open, setOpen] = useState<OpenPdf | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [size, setSize] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    let opened: OpenPdf | null = null;
    openPdf(sizeBytes, (from, to) => readAttachment(client, id, from, to - from, stop.signal))
      .then((pdf) => {
        opened = pdf;
        if (stop.signal.aborted) void pdf.close();
        else setOpen(pdf);
      })
      .catch((error: unknown) => !stop.signal.aborted && setFailure(error));
    return () => {
      stop.abort();
      void opened?.close();
    };
  }, [client, id, sizeBytes]);

  if (failure instanceof CallError) return <ErrorNotice error={failure} />;
  if (failure !== null) {
    const isLocked = failure instanceof Error && failure.name === 'PasswordException';
    return (
      <Notice tone="problem" title={t(isLocked ? 'view.pdfLocked' : 'view.broken')}>
        {t('view.kept')}
      </Notice>
    );
  }
  if (!open) return <p role="status">{t('view.reading')}</p>;
  const { numPages } = open.document;
  return (
    <div className="attachment-pdf">
      <div className="attachment-tools">
        <span>{t('view.pages', { count: numPages })}</span>
        <Button size="sm" icon="zoom-out" disabled={size === 0} onClick={() => setSize(size - 1)}>
          {t('view.smaller')}
        </Button>
        <Button size="sm" icon="zoom-in" disabled={size === WIDTHS.length - 1} onClick={() => setSize(size + 1)}>
          {t('view.larger')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled by keys */}
      <section className="attachment-canvas" tabIndex={0} aria-label={t('view.document')}>
        {Array.from({ length: numPages }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of one document have no other name
          <PdfPage key={index} document={open.document} number={index + 1} width={WIDTHS[size] ?? WIDTHS[0]} />
        ))}
      </section>
    </div>
  );
}
