import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { fieldsOf } from '#model/kinds.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useEdit } from '#renderer/workspace/edit.ts';
import { Qualifications } from './Qualifications.tsx';
import { COLUMNS, type ResourceKind } from './resource-kinds.ts';

/** One line a resource: its name, and what a planner chooses by. */
export function ResourceTable({ kind, rows }: { kind: ResourceKind; rows: readonly ShownRecord[] }) {
  const { t } = useTranslation('resources');
  const words = useRecordWords();
  const edit = useEdit();
  const selectedId = useNavigation((n) => n.recordId);
  const fields = new Map(fieldsOf(kind));
  const columns = COLUMNS[kind].flatMap((name) => {
    const field = fields.get(name);
    return field ? [{ name, field }] : [];
  });
  return (
    <Table
      label={words.kinds(kind)}
      head={
        <>
          <Th>{t('name')}</Th>
          {kind === 'officer' && <Th>{words.kinds('qualification')}</Th>}
          {columns.map(({ name, field }) => (
            <Th key={name} end={field.type === 'integer'}>
              {words.field(name)}
            </Th>
          ))}
        </>
      }
    >
      {rows.map((row) => (
        <Tr
          key={row.id}
          selected={row.id === selectedId}
          struck={row.struckAt !== null}
          onOpen={() => edit.open(row.id)}
        >
          <Td>
            <RowLink onOpen={() => edit.open(row.id)}>{words.title(row)}</RowLink>
          </Td>
          {kind === 'officer' && (
            <Td>
              <Qualifications officerId={row.id} />
            </Td>
          )}
          {columns.map(({ name, field }) => (
            <Td key={name} end={field.type === 'integer'} className="vb-nowrap">
              {words.value(name, field, row.values[name]) || <span className="vb-muted">–</span>}
            </Td>
          ))}
        </Tr>
      ))}
    </Table>
  );
}
