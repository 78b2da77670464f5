import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { useCreateRequest } from '#renderer/ui/create-request.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { ImportDialog } from '../slots.ts';
import { CasesTable } from './CasesTable.tsx';
import { CreateCaseDialog } from './CreateCaseDialog.tsx';
import './cases.css';

type Shown = 'open' | 'closed' | 'all';
const SHOWN: readonly Shown[] = ['open', 'closed', 'all'];

/** All cases of the book, and the two ways to a new one. */
export function CasesPage() {
  const { t } = useTranslation('app');
  const cases = useRoute('case.list', {});
  const openCase = useNavigation((n) => n.openCase);
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const [shown, setShown] = useState<Shown>('open');
  const [filter, setFilter] = useState('');
  useCreateRequest((kind) => {
    if (kind === 'case') setDialog('create');
    return kind === 'case';
  });
  const group = t('page.cases');
  useCommands([
    { id: 'case.create', label: t('cases.create'), icon: 'plus', keys: 'N', group, run: () => setDialog('create') },
    { id: 'import', label: t('cases.import'), icon: 'import', keys: 'I', group, run: () => setDialog('import') },
  ]);

  const all = cases.data ?? [];
  const wanted = filter.trim().toLocaleLowerCase();
  const rows = all.filter(
    (row) =>
      (shown === 'all' || row.status === shown) &&
      [row.name, row.number ?? '', ...row.protectedPersons].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  const first = (
    <>
      <Button icon="plus" variant="primary" keys="N" onClick={() => setDialog('create')}>
        {t('cases.create')}
      </Button>
      <Button icon="import" keys="I" onClick={() => setDialog('import')}>
        {t('cases.import')}
      </Button>
    </>
  );

  return (
    <main className="vb-sheet">
      <TopBar
        title={t('page.cases')}
        sub={cases.data && t('cases.count', { count: all.length })}
        actions={
          <>
            {all.length > 0 && first}
            <SearchBox />
          </>
        }
      />
      <div className="vb-sheet-body">
        <ErrorNotice error={cases.error} />
        {cases.data && all.length === 0 && (
          <Panel title={t('page.cases')} icon="cases" flush>
            <EmptyState icon="cases" title={t('cases.empty_title')} text={t('cases.empty_text')} action={first} />
          </Panel>
        )}
        {all.length > 0 && (
          <Panel
            title={t(`cases.shown_${shown}`)}
            icon="cases"
            count={rows.length}
            flush
            actions={
              <>
                <input
                  type="search"
                  autoComplete="off"
                  className="vb-input vb-cases-filter"
                  aria-label={t('cases.filter')}
                  placeholder={t('cases.filter')}
                  value={filter}
                  onChange={(event) => setFilter(event.currentTarget.value)}
                />
                <Segmented
                  label={t('cases.which')}
                  value={shown}
                  options={SHOWN.map((value) => ({ value, label: t(`cases.${value}`) }))}
                  onChange={setShown}
                />
              </>
            }
          >
            {rows.length > 0 ? (
              <CasesTable rows={rows} onOpen={(row) => openCase(row.id)} />
            ) : (
              <EmptyState icon="filter" title={t('cases.none_title')} text={t('cases.none_text')} />
            )}
          </Panel>
        )}
      </div>
      {dialog === 'create' && (
        <CreateCaseDialog
          onClose={() => setDialog(null)}
          onCreated={(id) => {
            setDialog(null);
            openCase(id);
          }}
        />
      )}
      {dialog === 'import' && (
        <Suspense>
          <ImportDialog
            onClose={() => setDialog(null)}
            onImported={(id) => {
              setDialog(null);
              openCase(id, 'timeline');
            }}
          />
        </Suspense>
      )}
    </main>
  );
}
