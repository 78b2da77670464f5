import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Client } from '#renderer/client/client.ts';
import { ClientContext } from '#renderer/client/hooks.ts';
import { createUnsaved, UnsavedContext } from '#renderer/client/unsaved.ts';
import { CommandRegistry, CommandsContext } from '#renderer/ui/commands.ts';
import { NavigationContext } from '#renderer/ui/navigation.ts';
import { NotifyProvider } from '#renderer/ui/notify.tsx';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import { App } from './App.tsx';
import { createWords, languageOfSystem } from './i18n.ts';
import { createNavigation } from './navigation.ts';
import { createPreferences, PreferencesContext, useTheme } from './preferences.ts';
import { createQueryClient } from './queries.ts';

interface Props {
  client: Client;
  /** What the page's policy asks of every style element. */
  nonce: string;
}

/** Everything the application's components find above them. */
export function Root({ client, nonce }: Props) {
  const [made] = useState(() => ({
    queries: createQueryClient(),
    words: createWords(languageOfSystem()),
    navigation: createNavigation(),
    preferences: createPreferences(),
    commands: new CommandRegistry(),
    unsaved: createUnsaved(),
  }));
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={made.queries}>
        <I18nextProvider i18n={made.words}>
          <NavigationContext value={made.navigation}>
            <PreferencesContext value={made.preferences}>
              <CommandsContext value={made.commands}>
                <UnsavedContext value={made.unsaved}>
                  <Themed nonce={nonce} />
                </UnsavedContext>
              </CommandsContext>
            </PreferencesContext>
          </NavigationContext>
        </I18nextProvider>
      </QueryClientProvider>
    </ClientContext>
  );
}

function Themed({ nonce }: { nonce: string }) {
  const scheme = useTheme();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
      deduplicateCssVariables={false}
    >
      <NotifyProvider>
        <App />
      </NotifyProvider>
    </MantineProvider>
  );
}
