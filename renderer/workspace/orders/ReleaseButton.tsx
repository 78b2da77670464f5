import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';

/** Tells that he was released, has escaped or is on leave: beside where he is, and in the palette. */
export function ReleaseButton({ personId, name }: { personId: RecordId; name: string }) {
  const { t } = useTranslation('orders');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useCommands([{ id: 'actor.release', label: t('release.command'), icon: 'unlock', run: open }]);
  return (
    <>
      <IconButton icon="unlock" size="sm" label={t('release.command')} tipSide="bottom" onClick={open} />
      {isOpen && <ReleaseDialog personId={personId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}
