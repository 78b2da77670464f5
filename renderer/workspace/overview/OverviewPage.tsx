import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/case.ts';
import type { RecordId } from '#model/ids.ts';
import { FlagsPanel } from '#renderer/features/flag/FlagsPanel.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useEdit } from '../edit.ts';
import { useOpenRecord } from '../open-record.ts';
import { BreachesPanel } from '../orders/BreachesPanel.tsx';
import { NoticesPanel } from '../orders/NoticesPanel.tsx';
import { WithInspector } from '../WithInspector.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { Next72Panel } from './Next72Panel.tsx';
import { OrdersPanel } from './OrdersPanel.tsx';
import { RiskPanel } from './RiskPanel.tsx';
import { WhereaboutsPanel } from './WhereaboutsPanel.tsx';
import { WishesPanel } from './WishesPanel.tsx';
import './overview.css';

/** The case at a glance. Her own words come first, above anything the police decided. */
export function OverviewPage({ view }: { view: CaseView }) {
  const caseId = view.case.id;
  const openRecord = useOpenRecord(caseId);
  return (
    <WithInspector caseId={caseId}>
      <div className="vb-overview">
        <NoticesPanel caseId={caseId} />
        <div className="vb-overview-own">
          <WishesPanel caseId={caseId} persons={view.persons} />
          <ContactPanel persons={view.persons} />
        </div>
        <CaseFlags caseId={caseId} />
        <div className="vb-overview-mid">
          <RiskPanel caseId={caseId} risk={view.risk} />
          <div className="vb-overview-column">
            <WhereaboutsPanel persons={view.persons} />
            <OrdersPanel caseId={caseId} />
          </div>
          <BreachesPanel caseId={caseId} onOpen={(id) => openRecord(id, 'breach')} most={4} />
        </div>
        <Next72Panel caseId={caseId} />
        <TransferEntry />
      </div>
    </WithInspector>
  );
}

/** The way to a transfer: once in a case's life, and so at its foot. */
function TransferEntry() {
  const { t } = useTranslation('transfer');
  const goArea = useNavigation((n) => n.goArea);
  return (
    <div className="vb-overview-foot">
      <Button size="sm" variant="quiet" icon="swap" onClick={() => goArea('transfer')}>
        {t('title')}
      </Button>
    </div>
  );
}

/** What the case asks to be looked at; a record it rests on opens in the inspector. */
function CaseFlags({ caseId }: { caseId: RecordId }) {
  const edit = useEdit();
  return <FlagsPanel caseId={caseId} onOpen={edit.open} />;
}
