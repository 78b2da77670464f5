import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Notice } from '#renderer/ui/Notice.tsx';

interface Props {
  id: RecordId;
  mediaType: string;
  /** Its name, read aloud. */
  name: string;
}

/**
 * Sound and moving pictures, streamed through the application's own protocol. Only Electron has it: the other shell
 * says so and plays nothing.
 */
export function MediaView({ id, mediaType, name }: Props) {
  const { t } = useTranslation('attachment');
  const shell = useRoute('app.info', {}).data?.capabilities.name;
  const [isBroken, setBroken] = useState(false);
  if (shell === undefined) return null;
  if (shell !== 'electron') return <Notice title={t('view.onlyElectron')}>{t('view.kept')}</Notice>;
  if (isBroken)
    return (
      <Notice tone="problem" title={t('view.broken')}>
        {t('view.kept')}
      </Notice>
    );
  const common = {
    src: `/media/${id}`,
    controls: true,
    controlsList: 'nodownload noremoteplayback',
    preload: 'metadata',
    'aria-label': name,
    onError: () => setBroken(true),
  } as const;
  return (
    <div className="attachment-media">
      {mediaType.startsWith('audio/') ? <audio {...common} /> : <video {...common} disablePictureInPicture />}
    </div>
  );
}
