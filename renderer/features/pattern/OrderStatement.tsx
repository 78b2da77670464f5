import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ShowRecords } from './EpisodesDialog.tsx';
import { LookThrough } from './LookThrough.tsx';
import { Group, Records } from './Statements.tsx';

interface Props {
  caseId: RecordId;
  onShow: ShowRecords;
  onOpen: (id: RecordId) => void;
}

/** What was done while an order was in force: entered as a breach, looked at, not looked at. The last can be gone through. */
export function OrderStatement({ caseId, onShow, onOpen }: Props) {
  const { t } = useTranslation('pattern');
  const { data, error } = useRoute('pattern.under_order', { caseId });
  const [looking, setLooking] = useState(false);
  if (error) return <ErrorNotice error={error} />;
  if (!data || data.orders.length === 0) return null;
  const { open, next } = data;
  return (
    <Group mark={<Icon name="k-order" size={14} />} title={t('order.title')} source={t('order.source')}>
      {(['breaches', 'notBreaches', 'open'] as const)
        .filter((which) => data[which] > 0 || which === 'breaches')
        .map((which) => (
          <p className="vb-statement" key={which}>
            {t(`order.${which}`, { count: data[which] })}
            {data[which] > 0 && <Records count={data[which]} part={{ type: 'under_order', which }} onShow={onShow} />}
          </p>
        ))}
      <p className="vb-statement">
        {t('order.orders')}
        {data.orders.map((id, index) => (
          <button key={id} type="button" className="vb-chip" data-k="order" onClick={() => onOpen(id)}>
            {t('order.one', { number: index + 1 })}
          </button>
        ))}
      </p>
      {open > 0 && (
        <Button size="sm" onClick={() => setLooking(true)}>
          {t('look.begin', { count: open })}
        </Button>
      )}
      {looking && <LookThrough caseId={caseId} episodes={next} onOpen={onOpen} onClose={() => setLooking(false)} />}
    </Group>
  );
}
