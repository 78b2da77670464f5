import { memo, Suspense } from 'react';
import type { AppInfo, SessionInfo } from '#contract/app.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { CasesPage } from '../cases/CasesPage.tsx';
import { LogPage } from '../log/LogPage.tsx';
import { SecurityPage } from '../settings/SecurityPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { BoardPage, CaseWorkspace, ResourcesPage } from '../slots.ts';
import { TodayPage } from '../today/TodayPage.tsx';

/** The page the window stands on. */
export const PageView = memo(function PageView({ info, session }: { info: AppInfo; session: SessionInfo }) {
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
    case 'log':
      return <LogPage />;
    case 'settings':
      return <SettingsPage info={info} session={session} />;
    case 'security':
      return <SecurityPage info={info} />;
  }
});
