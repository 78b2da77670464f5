import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

interface Props {
  caseId: RecordId;
  value: RecordId | null;
  onChange: (aboutId: RecordId | null) => void;
}

/** What a package is about: the whole case, an order with its breaches, or one breach. */
export function ScopeChoice({ caseId, value, onChange }: Props) {
  const { t } = useTranslation('package');
  const words = useRecordWords();
  const time = useTimeWords();
  const { data: register } = useRoute('order.register', { caseId });
  const { data: list } = useRoute('breach.list', { caseId });
  const orders = (register?.orders ?? []).map(({ order }) => {
    const { variant, decidedAt } = order.values as Values<'order'>;
    const name = variant ? words.option('variant', variant) : words.title(order);
    const label = decidedAt === null ? name : t('scope.order', { name, day: time.date(decidedAt) });
    return { value: order.id as string, label };
  });
  // The newest comes first in the list; it is numbered as everywhere.
  const breaches = list?.breaches ?? [];
  const options = breaches.map(({ id, happened }, index) => {
    const when = happened ? time.when(happened) : words.unknown;
    return { value: id as string, label: t('scope.breach', { number: breaches.length - index, when }) };
  });
  return (
    <SelectField
      label={t('scope.label')}
      value={value as string | null}
      options={[...orders, ...options]}
      empty={t('scope.all')}
      onChange={(next) => onChange(next as RecordId | null)}
    />
  );
}
