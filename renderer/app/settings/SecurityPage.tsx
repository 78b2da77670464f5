import { useTranslation } from 'react-i18next';
import type { AppInfo } from '#contract/app.ts';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { SecurityList } from './SecurityList.tsx';

/** What the notebook promises, against whom, and what it does not. */
export function SecurityPage({ info }: { info: AppInfo }) {
  const { t } = useTranslation('app');
  return (
    <main className="vb-sheet">
      <TopBar title={t('page.security')} actions={<SearchBox />} />
      <div className="vb-sheet-body">
        <SecurityList info={info} />
      </div>
    </main>
  );
}
