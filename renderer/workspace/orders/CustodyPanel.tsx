import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { ClockBar } from '#renderer/features/clock/ClockBar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { clockNow } from '#renderer/ui/clock.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** From arrest to court: the clock, and the reason that must stand in the court book when the day after is passed. */
export function CustodyPanel({ view }: { view: BreachView }) {
  const { t } = useTranslation('orders');
  const { arrest, clocks, hearingAt } = view;
  if (!arrest) {
    return (
      <section className="vb-panel vb-custody" aria-label={t('custody')}>
        <p className="vb-muted">{t('noArrest')}</p>
      </section>
    );
  }
  return (
    <section className="vb-panel vb-custody" aria-label={t('custody')}>
      <ClockBar clocks={clocks} hearingAt={hearingAt}>
        <Reason arrestId={arrest.id} values={arrest.values as Values<'arrest'>} />
      </ClockBar>
    </section>
  );
}

function Reason({ arrestId, values }: { arrestId: RecordId; values: Values<'arrest'> }) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const update = useAction('record.update');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(values.courtBookReason ?? '');
  const { courtBookReason, courtBookReasonAt } = values;
  const save = () => {
    const courtBookReasonAt = values.courtBookReasonAt ?? clockNow();
    update.mutate(
      { id: arrestId, patch: { courtBookReason: text.trim(), courtBookReasonAt } },
      { onSuccess: () => setOpen(false) },
    );
  };
  return (
    <div className="vb-custody-ask">
      <Icon name={courtBookReason ? 'check-c' : 'warn'} />
      <span>
        <b>
          {courtBookReason && courtBookReasonAt ? t('reasonIs', { at: time.stamp(courtBookReasonAt) }) : t('reasonAsk')}
        </b>
        {courtBookReason && <> {courtBookReason}</>}
      </span>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('reason')}
      </Button>
      <Dialog
        open={isOpen}
        title={t('reasonTitle')}
        subtitle={t('reasonText')}
        onClose={() => setOpen(false)}
        onConfirm={save}
        confirmLabel={t('reason')}
        confirmDisabled={text.trim() === ''}
        busy={update.isPending}
      >
        <ErrorNotice error={update.error} />
        <TextArea label={t('reason')} value={text} rows={3} maxLength={2_000} data-autofocus onChange={setText} />
      </Dialog>
    </div>
  );
}
