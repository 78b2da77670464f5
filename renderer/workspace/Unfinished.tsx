import { useTranslation } from 'react-i18next';
import type { Begun } from '#renderer/features/record/begun.ts';
import { missingOf } from '#renderer/features/record/NewRecord.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';

interface Props {
  begun: Begun;
  onContinue: () => void;
  onDiscard: () => void;
}

/** A record that was begun and left before it could be kept: it waits here and is never thrown away unasked. */
export function Unfinished({ begun, onContinue, onDiscard }: Props) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const missing = missingOf(begun)
    .map((name) => words.field(name))
    .join(', ');
  return (
    <Notice
      className="vb-unfinished"
      title={t('unfinished', { kind: words.kind(begun.kind).toLowerCase() })}
      fact={missing ? t('missing', { fields: missing }) : t('unfinishedRefused')}
      action={
        <>
          <Button size="sm" onClick={onDiscard}>
            {t('discard')}
          </Button>
          <Button size="sm" onClick={onContinue}>
            {t('continue')}
          </Button>
        </>
      }
    />
  );
}
