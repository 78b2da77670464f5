import { type ComponentType, lazy } from 'react';
import type { RecordId } from '#model/ids.ts';

/** Parts of the window that are fetched when they are first needed. */
export const CaseWorkspace: ComponentType<{ caseId: RecordId }> = lazy(
  () => import('#renderer/workspace/CaseWorkspace.tsx'),
);

export const BoardPage: ComponentType = lazy(() => import('./board/BoardPage.tsx'));

export const SearchPage: ComponentType<{ onPeek: (id: RecordId) => void }> = lazy(() =>
  import('./search/SearchPage.tsx').then(({ SearchPage: page }) => ({ default: page })),
);

export const ResourcesPage: ComponentType = lazy(() => import('./resources/ResourcesPage.tsx'));

export const KeysDialog: ComponentType<{ onClose: () => void }> = lazy(() => import('./keys/KeysDialog.tsx'));

export interface ImportDialogProps {
  readonly onClose: () => void;
  /** The rows are written. */
  readonly onImported: (caseId: RecordId) => void;
}

/** Shows a record that no case leads to. */
export const RecordPeek: ComponentType<{ id: RecordId; onClose: () => void }> = lazy(
  () => import('./palette/RecordPeek.tsx'),
);

export const ImportDialog: ComponentType<ImportDialogProps> = lazy(
  () => import('#renderer/features/import/ImportDialog.tsx'),
);
