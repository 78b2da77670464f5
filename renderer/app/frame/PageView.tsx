import { memo, Suspense } from 'react';
import type { AppInfo, SessionInfo } from '#contract/app.ts';
import type { RecordId } from '#model/ids.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { CasesPage } from '../cases/CasesPage.tsx';
import { LogPage } from '../log/LogPage.tsx';
import { SecurityPage } from '../settings/SecurityPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { BoardPage, CaseWorkspace, ResourcesPage, SearchPage } from '../slots.ts';
import { TodayPage } from '../today/TodayPage.tsx';

interface Props {
  info: AppInfo;
  session: SessionInfo;
  /** Shows a record that is in no case. */
  onPeek: (id: RecordId) => void;
}

/** The page the window stands on. */
export const PageView = memo(function PageView({ info, session, onPeek }: Props) {
  const page = useNavigation((n) => n.page);
  const caseId = useNavigation((n) => n.caseId);
  switch (page) {
    case 'case':
      return caseId && <Suspense>{<CaseWorkspace key={caseId} caseId={caseId} />}</Suspense>;
    case 'today':
      return <TodayPage />;
    case 'cases':
      return <CasesPage />;
    case 'board':
      return (
        <Suspense>
          <BoardPage />
        </Suspense>
      );
    case 'resources':
      return (
        <Suspense>
          <ResourcesPage />
        </Suspense>
      );
    case 'search':
      return (
        <Suspense>
          <SearchPage onPeek={onPeek} />
        </Suspense>
      );
    case 'log':
      return <LogPage />;
    case 'settings':
      return <SettingsPage info={info} session={session} />;
    case 'security':
      return <SecurityPage info={info} />;
  }
});
