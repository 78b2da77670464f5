import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Episode } from '#model/pattern/read-pattern.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

interface Props {
  caseId: RecordId;
  /** Those that nobody has looked at when it opens; what is decided leaves the list. */
  episodes: readonly Episode[];
  onOpen: (id: RecordId) => void;
  onClose: () => void;
}

/**
 * One episode after the other: entered as a breach, not a breach and why not, or left for later. The program proposes
 * nothing: what a breach is, the one who looks at it says, and a lawyer assesses what was entered.
 */
export function LookThrough({ caseId, episodes, onOpen, onClose }: Props) {
  const { t, i18n } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const time = useTimeWords();
  const look = useAction('pattern.look');
  const [all] = useState(episodes);
  const [at, setAt] = useState(0);
  const [reason, setReason] = useState('');
  const episode = all[at];
  const next = () => {
    setReason('');
    setAt(at + 1);
  };
  if (!episode) {
    return (
      <Dialog open title={t('look.title')} onClose={onClose} width={560}>
        <p role="status">{t('look.done', { count: all.length })}</p>
      </Dialog>
    );
  }
  const { id, kind, title, titleEn, when, sender, channels } = episode;
  return (
    <Dialog
      open
      title={t('look.title')}
      subtitle={t('look.at', { number: at + 1, count: all.length })}
      onClose={onClose}
      width={560}
    >
      <ErrorNotice error={look.error} />
      <div className="vb-look" aria-live="polite">
        <p className="vb-look-facts">
          <KindBadge kind={kind} />
          <b>{time.when(when)}</b>
          <span className="vb-muted">
            {[
              ...channels.map((one) => kinds(`option.channels.${one}`)),
              `${kinds('field.sender')}: ${kinds(`option.sender.${sender}`).toLowerCase()}`,
            ].join(', ')}
          </span>
        </p>
        <p>{(i18n.language === 'en' && titleEn ? titleEn : title) || kinds(`kind.${kind}.one`)}</p>
        <p>
          <Button size="sm" variant="quiet" icon="arrow-r" onClick={() => onOpen(id)}>
            {t('look.open')}
          </Button>
        </p>
        <TextField label={t('look.reason')} value={reason} maxLength={1_000} onChange={setReason} />
        <div className="vb-look-buttons">
          <Button
            variant="primary"
            disabled={look.isPending}
            onClick={() => look.mutate({ caseId, id, verdict: 'breach' }, { onSuccess: next })}
          >
            {t('look.breach')}
          </Button>
          <Button
            disabled={look.isPending || reason.trim() === ''}
            onClick={() => look.mutate({ caseId, id, verdict: 'not_a_breach', reason }, { onSuccess: next })}
          >
            {t('look.notBreach')}
          </Button>
          <Button variant="quiet" onClick={next}>
            {t('look.later')}
          </Button>
        </div>
        <p className="vb-muted">{t('look.note')}</p>
      </div>
    </Dialog>
  );
}
