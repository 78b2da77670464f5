import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { INVESTIGATION_PLANS } from '#model/investigation.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { AreaPage } from '../AreaPage.tsx';
import { useEdit } from '../edit.ts';
import { WithInspector } from '../WithInspector.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import './investigation.css';

type Look = 'plan' | 'list';

/** The investigation: its plan with the first 24 hours on top, evidence by what is lost first, decisions with their basis. */
export default function InvestigationPage({ caseId }: { caseId: RecordId }) {
  const [look, setLook] = useState<Look>('plan');
  const views = <Views look={look} onLook={setLook} />;
  if (look === 'list') return <AreaPage caseId={caseId} area="investigation" views={views} />;
  return (
    <WithInspector caseId={caseId}>
      <Desk caseId={caseId} look={look} onLook={setLook} />
    </WithInspector>
  );
}

function Views({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
  const { t } = useTranslation('investigation');
  return (
    <Segmented
      label={t('view.label')}
      value={look}
      options={[
        { value: 'plan', label: t('view.plan') },
        { value: 'list', label: t('view.list') },
      ]}
      onChange={onLook}
    />
  );
}

function Desk({ caseId, look, onLook }: { caseId: RecordId; look: Look; onLook: (look: Look) => void }) {
  const { t, i18n } = useTranslation('investigation');
  const edit = useEdit();
  const notify = useNotify();
  const begin = useAction('investigation.begin');
  const language = i18n.language === 'en' ? 'en' : 'nb';
  useCommands([
    {
      id: 'investigation.step',
      label: t('newStep'),
      icon: 'plus',
      keys: 'N',
      run: () => edit.create('investigation_step'),
    },
  ]);
  const beginMenu = (
    <Menu
      groups={[
        INVESTIGATION_PLANS.map((plan) => ({
          id: plan,
          label: t(`plans.${plan}`),
          run: () => begin.mutate({ caseId, plan, language }, { onError: notify.fail }),
        })),
      ]}
    >
      <Button icon="sheets" iconAfter="chev-d">
        {t('begin')}
      </Button>
    </Menu>
  );
  return (
    <div className="vb-investigation">
      <div className="vb-area-bar">
        <Views look={look} onLook={onLook} />
        <div className="vb-area-end vb-investigation-actions">
          {beginMenu}
          <Button variant="primary" icon="plus" keys="N" onClick={() => edit.create('investigation_step')}>
            {t('newStep')}
          </Button>
        </div>
      </div>
      <div className="vb-investigation-columns">
        <PlanPanel caseId={caseId} begin={beginMenu} />
        <div className="vb-investigation-side">
          <EvidencePanel caseId={caseId} />
          <DecisionPanel caseId={caseId} />
        </div>
      </div>
    </div>
  );
}
