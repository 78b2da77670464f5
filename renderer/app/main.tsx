// First: it keeps zod from probing for what the page's policy forbids.
import '#contract/route.ts';
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '#contract/bridge.ts';
import { createClient } from '#renderer/client/client.ts';
import { guardDrops } from './frame/drop-guard.ts';
import { Root } from './Root.tsx';

declare global {
  interface Window {
    readonly vernebok: Bridge;
  }
}

guardDrops(document);
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <Root client={createClient(window.vernebok)} nonce={document.documentElement.dataset.nonce ?? ''} />
  </StrictMode>,
);
