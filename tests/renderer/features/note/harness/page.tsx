import '#contract/route.ts';
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { StrictMode, useContext, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Bridge } from '#contract/bridge.ts';
import type { Language } from '#contract/common.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useKeys } from '#renderer/app/frame/use-keys.ts';
import { createWords } from '#renderer/app/i18n.ts';
import { createQueryClient, refreshRecords } from '#renderer/app/queries.ts';
import { createClient } from '#renderer/client/client.ts';
import { ClientContext, useClient } from '#renderer/client/hooks.ts';
import { UnsavedContext } from '#renderer/client/unsaved.ts';
import { BacklinksPanel } from '#renderer/features/note/BacklinksPanel.tsx';
import { NotesPage, type TimelinePlace } from '#renderer/features/note/NotesPage.tsx';
import { CommandRegistry, CommandsContext, useCommands } from '#renderer/ui/commands.ts';
import { NotifyProvider } from '#renderer/ui/notify.tsx';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import './page.css';

declare global {
  interface Window {
    readonly vernebok: Bridge;
    readonly noteHarness: {
      caseId: RecordId;
      language: Language;
      theme: 'light' | 'dark';
      backlinksOf: RecordId | null;
    };
    /** What the page asked of its surroundings, for the tests to look at. */
    noteAsked: { opened: [RecordId, Kind][]; shown: TimelinePlace[]; undone: number; flushed: number; unkept: number };
  }
}

window.noteAsked = { opened: [], shown: [], undone: 0, flushed: 0, unkept: 0 };
const { caseId, language, theme: scheme, backlinksOf } = window.noteHarness;
document.documentElement.dataset.theme = scheme;

function Page() {
  const client = useClient();
  const queries = useQueryClient();
  const unsaved = useContext(UnsavedContext);
  const [recordId, setRecordId] = useState<RecordId | null>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => client.on('records.changed', () => void refreshRecords(queries)), [client, queries]);
  useEffect(
    () =>
      client.on('vault.locking', () => {
        void unsaved.flushAll().then((failed) => {
          window.noteAsked.unkept += failed;
          window.noteAsked.flushed += 1;
        });
      }),
    [client, unsaved],
  );
  useCommands([
    { id: 'undo', label: 'undo', keys: 'Ctrl+Z', run: () => (window.noteAsked.undone += 1) },
    { id: 'away', label: 'away', keys: 'Alt+U', inText: true, run: () => setAway(!isAway) },
  ]);
  useKeys(true);
  return (
    <div className="harness">
      <main>
        <h1 className="vb-sr">Lind</h1>
        {backlinksOf && (
          <aside>
            <BacklinksPanel recordId={backlinksOf} onOpen={(id, kind) => window.noteAsked.opened.push([id, kind])} />
          </aside>
        )}
        {!isAway && !backlinksOf && (
          <NotesPage
            caseId={caseId}
            recordId={recordId}
            onSelect={setRecordId}
            onOpenRecord={(id, kind) => {
              window.noteAsked.opened.push([id, kind]);
              if (kind === 'note') setRecordId(id);
            }}
            onShowOnTimeline={(place) => window.noteAsked.shown.push(place)}
          />
        )}
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(
  <StrictMode>
    <ClientContext value={createClient(window.vernebok)}>
      <QueryClientProvider client={createQueryClient()}>
        <I18nextProvider i18n={createWords(language)}>
          <CommandsContext value={new CommandRegistry()}>
            <MantineProvider
              theme={theme}
              cssVariablesResolver={cssVariables}
              forceColorScheme={scheme}
              getStyleNonce={() => document.documentElement.dataset.nonce ?? ''}
              deduplicateCssVariables={false}
            >
              <NotifyProvider>
                <Page />
              </NotifyProvider>
            </MantineProvider>
          </CommandsContext>
        </I18nextProvider>
      </QueryClientProvider>
    </ClientContext>
  </StrictMode>,
);
