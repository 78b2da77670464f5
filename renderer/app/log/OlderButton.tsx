import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Fetches the next older lines; nothing when the first one is shown. */
export function OlderButton({ pages }: { pages: Pages }) {
  const { t } = useTranslation('log');
  if (!pages.hasNextPage) return null;
  return (
    <div className="vb-log-older">
      <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('older')}
      </Button>
    </div>
  );
}
