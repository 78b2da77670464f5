import { useState } from 'react';
import type { AppInfo } from '#contract/app.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Banner } from '../frame/Banner.tsx';
import { Logo } from '../frame/Logo.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { SecurityList } from '../settings/SecurityList.tsx';
import { CreateBook } from './CreateBook.tsx';
import { GateFoot } from './GateFoot.tsx';
import { Guilloche } from './Guilloche.tsx';
import { UnlockBook } from './UnlockBook.tsx';
import './gate.css';

export type GateView = 'unlock' | 'create' | 'help';

/** Everything before a book is open. It tells of no person, no role, no last use and no name of a book. */
export function Gate({ info }: { info: AppInfo }) {
  const books = useRoute('vault.list', {});
  const [chosen, setChosen] = useState<GateView | null>(null);
  useCommands([
    { id: 'help', label: '', keys: 'F1', hidden: true, run: () => setChosen('help') },
    { id: 'help.close', label: '', keys: 'Escape', hidden: true, inText: false, run: () => setChosen(null) },
  ]);
  useKeys(true);
  const none = books.data?.length === 0;
  const view = chosen ?? (none ? 'create' : 'unlock');
  return (
    <div className="vb-gate">
      <Guilloche />
      <Banner info={info} purpose={null} />
      <main className="vb-gate-main">
        <div className={view === 'help' ? 'vb-gate-column vb-gate-wide' : 'vb-gate-column'}>
          <div className="vb-brand">
            <Logo size={36} />
            <h1>Vernebok</h1>
          </div>
          {books.error && <ErrorNotice error={books.error} />}
          {view === 'help' && <SecurityList info={info} onClose={() => setChosen(null)} />}
          {view === 'create' && books.data && (
            <CreateBook info={info} onBack={none ? undefined : () => setChosen('unlock')} />
          )}
          {view === 'unlock' && books.data && <UnlockBook info={info} books={books.data} />}
        </div>
      </main>
      <GateFoot info={info} view={view} onView={setChosen} />
    </div>
  );
}
