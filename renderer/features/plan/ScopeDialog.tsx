import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ScopeField } from './ScopeField.tsx';

interface Props {
  onClose: () => void;
  onConfirm: (scope: EditScope) => void;
}

/** Asks how far an edit of a series reaches, where nothing else is to be asked. */
export function ScopeDialog({ onClose, onConfirm }: Props) {
  const { t } = useTranslation('plan');
  const [scope, setScope] = useState<EditScope>('this');
  return (
    <Dialog
      open
      title={t('edit.scopeTitle')}
      subtitle={t('edit.scopeLead')}
      onClose={onClose}
      onConfirm={() => onConfirm(scope)}
      confirmLabel={t('edit.save')}
    >
      <ScopeField value={scope} onChange={setScope} />
    </Dialog>
  );
}
