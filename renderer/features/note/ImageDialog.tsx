import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Image } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { isPicture } from './pictures.ts';

interface Props {
  caseId: RecordId;
  onClose: () => void;
  onTake: (image: Image) => void;
}

/** Which picture of the case's attachments is to stand in the text, and what is seen on it. */
export function ImageDialog({ caseId, onClose, onTake }: Props) {
  const { t } = useTranslation('writing');
  const list = useRoute('attachment.list', { caseId });
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const [alt, setAlt] = useState('');
  const pictures = (list.data ?? []).filter(({ mediaType }) => isPicture(mediaType));
  return (
    <Dialog
      open
      title={t('picture.insert')}
      onClose={onClose}
      onConfirm={() => chosen && onTake({ type: 'image', attachment: chosen, alt: alt.trim() })}
      confirmLabel={t('picture.take')}
      confirmDisabled={chosen === null}
    >
      <ErrorNotice error={list.error} />
      {list.isSuccess && pictures.length === 0 ? (
        <p>{t('picture.empty')}</p>
      ) : (
        <SelectField<string>
          label={t('picture.which')}
          value={chosen}
          empty={t('picture.choose')}
          options={pictures.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => setChosen(id as RecordId | null)}
        />
      )}
      <TextField label={t('picture.alt')} hint={t('picture.altHint')} value={alt} onChange={setAlt} maxLength={400} />
    </Dialog>
  );
}
