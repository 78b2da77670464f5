import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { ClockBar } from '#renderer/features/clock/ClockBar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { clockNow } from '#renderer/ui/clock.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** From arrest to court: the clock, and the reason that must stand in the court book when the day after is passed. */
export function CustodyPanel({ view, caseId }: { view: BreachView; caseId: RecordId }) {
  const { t } = useTranslation('orders');
  const list = useRoute('clock.list', { caseId });
  const { arrest, hearingAt } = view;
  if (!arrest) {
    return (
      <section className="vb-panel vb-custody" aria-label={t('custody')}>
        <p className="vb-muted">{t('noArrest')}</p>
      </section>
    );
  }
  // A clock names first the record that started it.
  const clocks = list.data?.clocks.filter(({ recordIds }) => recordIds[0] === arrest.id);
  return (
    <section className="vb-panel vb-custody" aria-label={t('custody')} aria-busy={list.isPending}>
      <ErrorNotice error={list.error} />
      {clocks && (
        <ClockBar clocks={clocks} hearingAt={hearingAt}>
          <Presented view={view} />
          <Reason arrestId={arrest.id} values={arrest.values as Values<'arrest'>} />
        </ClockBar>
      )}
    </section>
  );
}

/**
 * The act says "presented" and not whether that is the petition or the hearing: both are kept, and the later is measured.
 */
function Presented({ view: { chain } }: { view: BreachView }) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const at = (step: ChainStep) => chain.find((entry) => entry.step === step)?.measured.at;
  const requested = at('presentation_requested');
  const opened = at('hearing_opened');
  if (!requested || !opened) return null;
  return (
    <p className="vb-custody-readings">
      {t('presentedBoth', { requested: time.when(requested), opened: time.when(opened) })}
    </p>
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
