import { useTranslation } from 'react-i18next';
import type { CaseRow } from '#contract/case.ts';
import type { Kind } from '#model/kinds.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Marking } from '#renderer/ui/Marking.tsx';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Columns of counts: what is added up in each. */
const COUNTS: readonly { readonly id: string; readonly kinds: readonly Kind[] }[] = [
  { id: 'events', kinds: ['threat', 'incident', 'contact', 'report'] },
  { id: 'breaches', kinds: ['breach'] },
  { id: 'orders', kinds: ['order'] },
  { id: 'measures', kinds: ['measure'] },
  { id: 'notes', kinds: ['note'] },
];

/** One line a case; the newest change first, as they come. */
export function CasesTable({ rows, onOpen }: { rows: readonly CaseRow[]; onOpen: (row: CaseRow) => void }) {
  const { t } = useTranslation('app');
  const words = useTimeWords();
  return (
    <Table
      label={t('page.cases')}
      className="vb-cases"
      head={
        <>
          <Th>{t('cases.case')}</Th>
          <Th>{t('cases.marking')}</Th>
          <Th>{t('cases.protected')}</Th>
          {COUNTS.map(({ id }) => (
            <Th key={id} end>
              {t(`cases.${id}`)}
            </Th>
          ))}
          <Th>{t('cases.changed')}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id} onOpen={() => onOpen(row)}>
          <Td>
            <div className="vb-cases-name">
              <RowLink onOpen={() => onOpen(row)}>{row.name}</RowLink>
              {row.status === 'closed' && <Chip>{t('cases.status_closed')}</Chip>}
            </div>
            <div className="vb-muted">{row.number ?? t('cases.no_number')}</div>
          </Td>
          <Td>
            <Marking level={row.marking} />
          </Td>
          <Td>
            {row.protectedPersons.length > 0 ? (
              row.protectedPersons.join(', ')
            ) : (
              <span className="vb-muted">{t('cases.nobody')}</span>
            )}
          </Td>
          {COUNTS.map(({ id, kinds }) => (
            <Td key={id} end>
              {kinds.reduce((sum, kind) => sum + (row.records[kind] ?? 0), 0)}
            </Td>
          ))}
          <Td className="vb-nowrap">{words.stampDay(row.changedAt)}</Td>
        </Tr>
      ))}
    </Table>
  );
}
