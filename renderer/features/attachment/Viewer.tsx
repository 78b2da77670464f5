import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ImageView } from './ImageView.tsx';
import { MediaView } from './MediaView.tsx';
import { TextView } from './TextView.tsx';
import { viewOf } from './view-of.ts';

// The reader of PDF is by far the largest part of this page.
const PdfView = lazy(() => import('./PdfView.tsx'));

interface File {
  readonly name: string;
  readonly description: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Shows an attachment inside the application. It is never written anywhere in clear. */
export function Viewer({ id }: { id: RecordId }) {
  const { t } = useTranslation('attachment');
  const record = useRoute('record.get', { id });
  if (record.error) return <ErrorNotice error={record.error} />;
  if (!record.data) return <div aria-busy="true" />;
  const { name, description, mediaType, sizeBytes } = record.data.values as unknown as File;
  const alt = description ? `${name}: ${description}` : name;
  switch (viewOf(mediaType, sizeBytes)) {
    case 'image':
      return <ImageView id={id} mediaType={mediaType} sizeBytes={sizeBytes} alt={alt} />;
    case 'text':
      return <TextView id={id} sizeBytes={sizeBytes} />;
    case 'pdf':
      return (
        <Suspense fallback={<div aria-busy="true" />}>
          <PdfView id={id} sizeBytes={sizeBytes} />
        </Suspense>
      );
    case 'media':
      return <MediaView id={id} mediaType={mediaType} name={name} />;
    case 'none':
      return (
        <EmptyState
          icon="clip"
          title={t(sizeBytes === 0 ? 'view.empty' : 'view.none')}
          text={t(sizeBytes === 0 ? 'view.emptyText' : 'view.noneText', { type: mediaType })}
        />
      );
  }
}
