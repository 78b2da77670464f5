import { useTranslation } from 'react-i18next';
import type { UseLine } from '#model/log.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { areaOf } from '../palette/area-of.ts';
import { detailWords } from './detail-words.ts';
import { OlderButton } from './OlderButton.tsx';
import { useUses } from './use-pages.ts';

const ICONS: Record<UseLine['action'], IconName> = {
  open: 'cases',
  unlock: 'unlock',
  lock: 'lock',
  search: 'search',
  reveal: 'eye',
  export: 'export',
  backup: 'copy',
  draft: 'k-note',
  failed_unlock: 'warn',
};

/** What was looked at, searched for, revealed and taken out, without its content. */
export function UsesTable() {
  const { t } = useTranslation(['log', 'kinds']);
  const words = useTimeWords();
  const pages = useUses();
  const client = useClient();
  const notify = useNotify();
  const openCase = useNavigation((n) => n.openCase);
  const open = async (line: UseLine) => {
    if (!line.recordId) return;
    try {
      const record = await client.invoke('record.get', { id: line.recordId });
      if (record.kind === 'case') openCase(record.id);
      else if (record.caseId) openCase(record.caseId, areaOf(record.kind), record.id);
      else notify.show({ title: t('no_case') });
    } catch (error) {
      notify.fail(error);
    }
  };
  if (pages.error) return <ErrorNotice error={pages.error} />;
  if (pages.data && pages.lines.length === 0)
    return <EmptyState icon="eye" title={t('uses_empty_title')} text={t('uses_empty_text')} />;
  return (
    <>
      <Table
        label={t('tab.uses')}
        head={
          <>
            <Th end>{t('column.seq')}</Th>
            <Th>{t('column.at')}</Th>
            <Th>{t('column.person')}</Th>
            <Th>{t('column.use')}</Th>
            <Th>{t('column.detail')}</Th>
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
              <span className="vb-row">
                <Icon name={ICONS[line.action]} size={14} />
                {line.recordId ? (
                  <RowLink onOpen={() => void open(line)}>{t(`use.${line.action}`)}</RowLink>
                ) : (
                  t(`use.${line.action}`)
                )}
              </span>
            </Td>
            <Td className="vb-sec">{detailWords(t, line)}</Td>
          </Tr>
        ))}
      </Table>
      <OlderButton pages={pages} />
    </>
  );
}
