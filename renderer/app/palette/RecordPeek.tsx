import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { RecordInspector } from '#renderer/features/record/RecordInspector.tsx';
import { useReturnFocus } from '#renderer/ui/use-return-focus.ts';

/** A record that belongs to no case (a place, a person without a part yet), shown over whatever page is there. */
export default function RecordPeek({ id, onClose }: { id: RecordId; onClose: () => void }) {
  const { t } = useTranslation('app');
  useReturnFocus(true);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={376}
      lockScroll={false}
      returnFocus={false}
      classNames={{ content: 'vb-peek', overlay: 'vb-dialog-overlay' }}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.records')}>
        <RecordInspector id={id} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}
