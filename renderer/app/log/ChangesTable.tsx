import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { actionWords } from './action-words.ts';
import { OlderButton } from './OlderButton.tsx';
import { useChanges } from './use-pages.ts';

/** Every command that changed records: number, time, person, what was done, to what, how many. */
export function ChangesTable() {
  const { t } = useTranslation(['log', 'kinds']);
  const words = useTimeWords();
  const pages = useChanges();
  if (pages.error) return <ErrorNotice error={pages.error} />;
  if (pages.data && pages.lines.length === 0)
    return <EmptyState icon="history" title={t('changes_empty_title')} text={t('changes_empty_text')} />;
  return (
    <>
      <Table
        label={t('tab.changes')}
        head={
          <>
            <Th end>{t('column.seq')}</Th>
            <Th>{t('column.at')}</Th>
            <Th>{t('column.person')}</Th>
            <Th>{t('column.action')}</Th>
            <Th>{t('column.kind')}</Th>
            <Th end>{t('column.records')}</Th>
          </>
        }
      >
        {pages.lines.map((line) => (
          <Tr key={line.seq}>
            <Td end className="vb-muted">
              {line.seq}
            </Td>
            <Td className="vb-nowrap">{words.stampDay(line.at)}</Td>
            <Td>{line.person}</Td>
            <Td>
              {actionWords(t, line.action)}
              {line.reverts !== null && <span className="vb-muted"> {t('reverts', { seq: line.reverts })}</span>}
            </Td>
            <Td>
              {line.kind && (
                <KindBadge
                  kind={line.kind}
                  label={t(`kinds:kind.${line.kind}.${line.records === 1 ? 'one' : 'many'}`)}
                />
              )}
            </Td>
            <Td end>{line.records}</Td>
          </Tr>
        ))}
      </Table>
      <OlderButton pages={pages} />
    </>
  );
}
