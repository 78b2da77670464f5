import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePersonView, CaseView } from '#contract/case.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { useCreateRequest } from '#renderer/ui/create-request.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { WithInspector } from '../WithInspector.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { OfficersPanel } from './OfficersPanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import './people.css';

/** Everyone with a part in the case: how they are reached, their places, and where the threat actor is. */
export function PeoplePage({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const [adding, setAdding] = useState(false);
  useCommands([{ id: 'person.add', label: t('people.add'), icon: 'person', keys: 'N', run: () => setAdding(true) }]);
  useCreateRequest((kind) => {
    if (kind !== 'person') return false;
    setAdding(true);
    return true;
  });
  const add = (
    <Button variant="primary" icon="plus" keys="N" onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  );
  return (
    <WithInspector caseId={view.case.id}>
      <div className="vb-people">
        <div className="vb-area-bar">
          <strong>{t('people.title')}</strong>
          <span className="vb-muted">{t('people.count', { count: view.persons.length })}</span>
          <div className="vb-area-end">{add}</div>
        </div>
        {view.persons.length === 0 ? (
          <EmptyState icon="people" title={t('people.empty')} text={t('people.emptyText')} action={add} />
        ) : (
          <div className="vb-people-grid">
            <OfficersPanel caseId={view.case.id} />
            {view.persons.map((one: CasePersonView) => (
              <PersonPanel key={one.linkId} caseId={view.case.id} view={one} />
            ))}
          </div>
        )}
      </div>
      {adding && <AddPersonDialog caseId={view.case.id} onClose={() => setAdding(false)} />}
    </WithInspector>
  );
}
