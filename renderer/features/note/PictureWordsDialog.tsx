import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

interface Props {
  alt: string;
  onClose: () => void;
  onTake: (alt: string) => void;
}

/** What is seen on a picture that stands in the text. */
export function PictureWordsDialog({ alt, onClose, onTake }: Props) {
  const { t } = useTranslation('writing');
  const [words, setWords] = useState(alt);
  return (
    <Dialog
      open
      title={t('picture.describe')}
      onClose={onClose}
      onConfirm={() => onTake(words.trim())}
      confirmLabel={t('link.take')}
    >
      <TextField
        label={t('picture.alt')}
        hint={t('picture.altHint')}
        value={words}
        onChange={setWords}
        maxLength={400}
        autoFocus
        // The name of its file is what it says at first: typed over, not after.
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
