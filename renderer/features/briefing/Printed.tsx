import { useTranslation } from 'react-i18next';
import type { ExportedBriefing } from '#contract/app.ts';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { Notice } from '#renderer/ui/Notice.tsx';

/** What came of printing: which copy, how long, where it is. */
export function Printed({ printed }: { printed: ExportedBriefing }) {
  const { t, i18n } = useTranslation('briefing');
  const { copy, pages, sizeBytes, checkpoint, savedAs } = printed;
  const size = formatBytes(sizeBytes, i18n.language);
  return (
    <Notice tone="ok" title={t('view.done', { copy })} fact={t('view.doneFact', { count: pages, size, checkpoint })}>
      <p>{t('view.savedAs', { name: savedAs })}</p>
    </Notice>
  );
}
