import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Intake, Intakes } from './intakes.ts';

interface Props {
  intakes: Intakes;
  /** Those of this case. */
  list: readonly Intake[];
  onSelect: (id: RecordId) => void;
}

/** Files on their way in, each with how far it has come and a way to stop it. */
export function IntakeList({ intakes, list, onSelect }: Props) {
  const { t } = useTranslation('attachment');
  if (list.length === 0) return null;
  return (
    <ul className="attachment-intakes" aria-label={t('intake.list')}>
      {list.map((intake) => (
        <li key={intake.key}>
          <Line intake={intake} onDrop={() => intakes.drop(intake.key)} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

function Line({ intake, onDrop, onSelect }: { intake: Intake; onDrop: () => void; onSelect: (id: RecordId) => void }) {
  const { t, i18n } = useTranslation('attachment');
  const { name, sizeBytes, share, state, error, sameAs } = intake;
  const close = (
    <Button size="sm" onClick={onDrop}>
      {t('intake.seen')}
    </Button>
  );
  if (state === 'failed') {
    return (
      <>
        <p className="vb-strong">{t('intake.failed', { name })}</p>
        <ErrorNotice error={error} />
        {close}
      </>
    );
  }
  if (state === 'done') {
    return (
      <>
        <Notice title={t('intake.same', { name })}>{t('intake.sameText')}</Notice>
        <p className="attachment-answers">
          {sameAs[0] && (
            <Button size="sm" onClick={() => sameAs[0] && onSelect(sameAs[0])}>
              {t('intake.showSame')}
            </Button>
          )}
          {close}
        </p>
      </>
    );
  }
  const size = formatBytes(sizeBytes, i18n.language);
  return (
    <div className="attachment-coming">
      <span className="vb-cut" title={name}>
        {name}
      </span>
      <Button size="sm" variant="quiet" icon="close" onClick={onDrop} aria-label={t('intake.stopNamed', { name })}>
        {t('intake.stop')}
      </Button>
      <progress value={share} max={1} aria-label={t('intake.progress', { name })} />
      <span className="vb-muted">
        {state === 'waiting' ? t('intake.waiting') : t('intake.share', { share: Math.floor(share * 100), size })}
      </span>
    </div>
  );
}
