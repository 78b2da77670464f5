import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { UsesTable } from './UsesTable.tsx';
import { VerifyPanel } from './VerifyPanel.tsx';
import './log.css';

const TABS = ['changes', 'uses'] as const;

/** What was changed and what was used, by whom; and whether the record of it is whole. */
export function LogPage() {
  const { t } = useTranslation(['log', 'app']);
  const [tab, setTab] = useState<(typeof TABS)[number]>('changes');
  return (
    <main className="vb-sheet">
      <TopBar title={t('app:page.log')} actions={<SearchBox />}>
        <Segmented
          label={t('app:page.log')}
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
          onChange={setTab}
        />
      </TopBar>
      <div className="vb-sheet-body vb-log-page">
        <Panel title={t(`tab.${tab}`)} icon={tab === 'changes' ? 'history' : 'eye'} count={t(`tab.${tab}_text`)} flush>
          {tab === 'changes' ? <ChangesTable /> : <UsesTable />}
        </Panel>
        <VerifyPanel />
      </div>
    </main>
  );
}
