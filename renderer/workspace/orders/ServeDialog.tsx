import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { KINDS } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

const { outcome: OUTCOME, method: METHOD } = KINDS.order_service.fields;
type Outcome = 'served' | 'failed' | 'document_lost';
type Method = 'in_person' | 'by_prosecutor' | 'electronic' | 'process_server' | 'other';

/** One attempt to serve an order. */
export function ServeDialog({ orderId, onClose }: { orderId: RecordId; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const serve = useAction('order.serve');
  const [attemptAt, setAt] = useState<number | null>(() => Math.floor(clockNow() / 60_000) * 60_000);
  const [outcome, setOutcome] = useState<Outcome | null>('served');
  const [method, setMethod] = useState<Method | null>(null);
  const [byWhom, setBy] = useState('');
  const [proof, setProof] = useState('');
  const confirm = () => {
    if (attemptAt === null || outcome === null) return;
    const given = { byWhom: byWhom || null, proof: proof || null, method };
    serve.mutate({ id: orderId, attemptAt, outcome, ...given }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('serveTitle')}
      subtitle={t('serveText')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('serve')}
      confirmDisabled={attemptAt === null || outcome === null}
      busy={serve.isPending}
    >
      <ErrorNotice error={serve.error} />
      <div className="vb-orders-two">
        <SelectField
          label={words.field('outcome')}
          value={outcome}
          options={OUTCOME.options.map((value) => ({ value: value as Outcome, label: words.option('outcome', value) }))}
          onChange={setOutcome}
        />
        <InstantField label={words.field('attemptAt')} value={attemptAt} onCommit={setAt} />
        <SelectField
          label={words.field('method')}
          value={method}
          options={METHOD.options.map((value) => ({ value: value as Method, label: words.option('method', value) }))}
          empty={words.unknown}
          onChange={setMethod}
        />
        <TextField label={words.field('byWhom')} value={byWhom} maxLength={120} onChange={setBy} />
      </div>
      <TextField label={words.field('proof')} value={proof} maxLength={300} onChange={setProof} />
    </Dialog>
  );
}
