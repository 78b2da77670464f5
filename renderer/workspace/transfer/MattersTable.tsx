import { useTranslation } from 'react-i18next';
import type { TransferMatter } from '#contract/transfer.ts';
import type { OpenMatter } from '#model/transfer/matters.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useTransferWords } from './transfer-words.ts';

interface Props {
  matters: readonly (OpenMatter | TransferMatter)[];
  nowAt: number;
  /** Names the new owner of a matter; without it the list only tells what is open. */
  onAssign?: (matter: TransferMatter) => void;
}

/** Everything somebody must look after: what, until when, and who there has it or that nobody has. */
export function MattersTable({ matters, nowAt, onAssign }: Props) {
  const { t } = useTranslation('transfer');
  const records = useRecordWords();
  const words = useTransferWords();
  const time = useTimeWords();
  if (matters.length === 0) return <p className="vb-transfer-note">{t('noMatters')}</p>;
  return (
    <Table
      label={t('mattersTitle')}
      head={
        <>
          <Th>{t('column.responsibility')}</Th>
          <Th>{t('column.what')}</Th>
          <Th>{t('column.due')}</Th>
          {onAssign && <Th>{t('column.owner')}</Th>}
          {onAssign && (
            <Th>
              <span className="vb-sr">{t('column.action')}</span>
            </Th>
          )}
        </>
      }
    >
      {matters.map((matter) => {
        const isMatter = 'owner' in matter;
        return (
          <Tr key={matter.key}>
            <Td className="vb-nowrap">{records.option('responsibility', matter.responsibility)}</Td>
            <Td>
              {words.matter(matter)}
              {isMatter && !matter.isOpen && <span className="vb-muted"> · {t('settled')}</span>}
            </Td>
            <Td className="vb-nowrap">
              {matter.dueAt === null ? (
                <span className="vb-muted">–</span>
              ) : matter.dueAt <= nowAt ? (
                <Urgency state="soon">{t('overdue', { at: time.stampDay(matter.dueAt) })}</Urgency>
              ) : (
                <Urgency state={urgencyOf(matter.dueAt, nowAt)}>{time.stampDay(matter.dueAt)}</Urgency>
              )}
            </Td>
            {onAssign && isMatter && (
              <>
                <Td>
                  <Owner matter={matter} />
                </Td>
                <Td end>
                  <Button
                    size="sm"
                    variant={matter.owner ? 'quiet' : 'plain'}
                    aria-label={t(matter.owner ? 'changeOf' : 'assignOf', { what: words.matter(matter) })}
                    onClick={() => onAssign(matter)}
                  >
                    {t(matter.owner ? 'change' : 'assign')}
                  </Button>
                </Td>
              </>
            )}
          </Tr>
        );
      })}
    </Table>
  );
}

/** Who has it there, why nobody has, or that it is not said yet. */
function Owner({ matter }: { matter: TransferMatter }) {
  const { t } = useTranslation('transfer');
  const { owner, isOpen } = matter;
  if (owner?.newOwner) return <>{[owner.newOwner, owner.newOwnerContact].filter(Boolean).join(' · ')}</>;
  if (owner?.notHandedOver) return <span>{t('kept', { reason: owner.notHandedOver })}</span>;
  return isOpen ? <strong>{t('notHandedOver')}</strong> : <span className="vb-muted">–</span>;
}
