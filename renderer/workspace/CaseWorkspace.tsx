import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { ZoneContext } from '#renderer/ui/zone.ts';
import { AreaPage } from './AreaPage.tsx';
import { AlarmCommands } from './alarm/AlarmCommands.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { QuickBreachProvider } from './orders/QuickBreach.tsx';
import { OverviewPage } from './overview/OverviewPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { TransferStrip } from './transfer/TransferStrip.tsx';
import './workspace.css';

// The editor, the timeline and the paper are the heavy parts: each is loaded when its area is first opened.
const NotesArea = lazy(() => import('./NotesArea.tsx'));
const TimelineArea = lazy(() => import('./TimelineArea.tsx'));
const EvidenceArea = lazy(() => import('./EvidenceArea.tsx'));
const OrdersPage = lazy(() => import('./orders/OrdersPage.tsx'));
const BriefingsArea = lazy(() => import('./BriefingsArea.tsx'));
const PatternArea = lazy(() => import('./PatternArea.tsx'));
const TransferPage = lazy(() => import('./transfer/TransferPage.tsx'));
const InvestigationPage = lazy(() => import('./investigation/InvestigationPage.tsx'));

/** One case: its header and tabs, which never scroll away, and the area that is open. */
export default function CaseWorkspace({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('case');
  const view = useRoute('case.view', { id: caseId });
  const area = useNavigation((n) => n.area);
  if (view.error) return <ErrorNotice error={view.error} />;
  if (!view.data) return <div className="vb-case" aria-busy="true" />;
  const zone = (view.data.case.values as { zone: string }).zone;
  return (
    <ZoneContext.Provider value={zone}>
      <QuickBreachProvider caseId={caseId}>
        <div className="vb-case">
          <div className="vb-case-top">
            <CaseHeader view={view.data} />
            <TransferStrip caseId={caseId} />
            <AlarmCommands caseId={caseId} />
            <CaseTabs counts={view.data.counts} />
          </div>
          <main className="vb-case-area" aria-label={t('areaLabel')} key={`${caseId}:${area}`}>
            <Suspense fallback={<div aria-busy="true" />}>
              {area === 'overview' ? (
                <OverviewPage view={view.data} />
              ) : area === 'timeline' ? (
                <TimelineArea view={view.data} />
              ) : area === 'notes' ? (
                <NotesArea caseId={caseId} />
              ) : area === 'evidence' ? (
                <EvidenceArea caseId={caseId} />
              ) : area === 'orders' ? (
                <OrdersPage view={view.data} />
              ) : area === 'people' ? (
                <PeoplePage view={view.data} />
              ) : area === 'investigation' ? (
                <InvestigationPage caseId={caseId} />
              ) : area === 'transfer' ? (
                <TransferPage caseId={caseId} />
              ) : area === 'pattern' ? (
                <PatternArea caseId={caseId} />
              ) : area === 'briefings' ? (
                <BriefingsArea caseId={caseId} />
              ) : (
                <AreaPage caseId={caseId} area={area} />
              )}
            </Suspense>
          </main>
        </div>
      </QuickBreachProvider>
    </ZoneContext.Provider>
  );
}
