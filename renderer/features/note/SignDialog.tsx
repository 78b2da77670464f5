import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/editor/useStore.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Desk } from './desk.ts';

/** Asks before a note, or what was added to it, is signed: what signing means and that it cannot be taken back. */
export function SignDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation(['writing', 'note']);
  const heading = useStore(desk.heading);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isAddendum = desk.signed !== null;
  const confirm = () => {
    setBusy(true);
    desk.sign().then(onClose, (failure: unknown) => {
      setError(failure);
      setBusy(false);
    });
  };
  return (
    <Dialog
      open
      title={t(isAddendum ? 'sign.addendum' : 'sign.note')}
      subtitle={heading || t('note:untitled')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('sign.confirm')}
      busy={isBusy}
    >
      <p>{t('sign.text')}</p>
      <ErrorNotice error={error} />
    </Dialog>
  );
}
