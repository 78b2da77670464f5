import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useTransferWords } from './transfer-words.ts';
import './transfer.css';

/** Over every area of a case that is offered to another district or was taken over: who is responsible now. */
export function TransferStrip({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('transfer');
  const words = useTransferWords();
  const time = useTimeWords();
  const now = useNow();
  const area = useNavigation((n) => n.area);
  const goArea = useNavigation((n) => n.goArea);
  const transfers = useRoute('transfer.state', { caseId }).data ?? [];
  const live = transfers.filter(({ stage }) => stage !== 'withdrawn' && stage !== 'prepared');
  return live.map((transfer) => (
    <div key={transfer.id} className="vb-transfer-strip" role="status">
      <Icon name="swap" />
      <span className="vb-cut">
        <strong>{words.responsible(transfer)}</strong> {words.stage(transfer)}
        {transfer.waitsSinceAt !== null &&
          ` · ${t(`waits.${transfer.stage}`, { length: time.length(now - transfer.waitsSinceAt) })}`}
      </span>
      {area !== 'transfer' && (
        <Button size="sm" variant="quiet" onClick={() => goArea('transfer')}>
          {t('show')}
        </Button>
      )}
    </div>
  ));
}
