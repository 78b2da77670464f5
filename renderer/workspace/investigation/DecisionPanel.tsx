import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';

/** The register of decisions, newest first: what was decided, by whom, on what basis, and what is lacking. */
export function DecisionPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('investigation');
  const words = useRecordWords();
  const edit = useEdit();
  const time = useTimeWords();
  const list = useRoute('record.list', { kinds: ['decision'], caseId, order: 'time_desc', limit: 500 });
  const rows = (list.data?.records ?? []).map(({ id, values }) => ({ id, values: values as Values<'decision'> }));
  return (
    <Panel
      title={t('decisions')}
      icon="scale"
      count={rows.length}
      flush
      actions={
        <Button size="sm" icon="plus" onClick={() => edit.create('decision')}>
          {t('newDecision')}
        </Button>
      }
    >
      <ErrorNotice error={list.error} />
      {list.data && rows.length === 0 && <p className="vb-investigation-none">{t('noDecisions')}</p>}
      {rows.length > 0 && (
        <Table
          label={t('decisions')}
          head={
            <>
              <Th>{t('column.what')}</Th>
              <Th>{t('column.basis')}</Th>
              <Th>{t('column.when')}</Th>
            </>
          }
        >
          {rows.map(({ id, values }) => (
            <Tr key={id} onOpen={() => edit.open(id)}>
              <Td>
                <RowLink onOpen={() => edit.open(id)}>{values.text.split('\n', 1)[0]}</RowLink>
                <div className="vb-muted">
                  {[words.option('type', values.type), values.authority ?? t('noAuthority')].join(' · ')}
                </div>
              </Td>
              <Td>{[values.act, values.section].filter(Boolean).join(' ') || <strong>{t('noBasis')}</strong>}</Td>
              <Td className="vb-nowrap">
                {values.decidedAt === null ? '–' : time.stamp(values.decidedAt)}
                {values.form === 'oral' && values.writtenAt === null && (
                  <div>
                    <strong>{t('notWritten')}</strong>
                  </div>
                )}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
