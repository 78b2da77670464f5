import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import type { CaseArea } from '#renderer/ui/navigation.ts';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { type BoardInput, caseName, stateOf } from './board-data.ts';

interface Props {
  input: BoardInput;
  duties: readonly Duty[];
  onOpen: (caseId: RecordId, area: CaseArea, recordId: RecordId) => void;
}

const DAY_MS = 86_400_000;

/** The same duties as a table, in time order: what the drawing says, in words. */
export function BoardList({ input, duties, onOpen }: Props) {
  const { t } = useTranslation('board');
  const time = useTimeWords();
  const { index, words, conflicts, nowAt } = input;
  // An end within a day is told by the clock alone.
  const endOf = ({ fromAt, toAt }: Duty) =>
    toAt === null ? t('open') : toAt - fromAt < DAY_MS ? time.clock(toAt) : time.stamp(toAt);
  const rows = [...duties].sort((a, b) => a.fromAt - b.fromAt || a.id.localeCompare(b.id));
  return (
    <Table
      label={t('listName')}
      head={
        <>
          <Th>{t('column.when')}</Th>
          <Th>{t('column.case')}</Th>
          <Th>{t('column.what')}</Th>
          <Th>{t('column.crew')}</Th>
          <Th>{t('column.state')}</Th>
        </>
      }
    >
      {rows.map((duty) => {
        const theCase = index.cases.get(duty.caseId);
        const measure = index.measures.get(duty.id);
        const open = () => onOpen(duty.caseId as RecordId, 'timeline', duty.id as RecordId);
        const crew = duty.crew.flatMap(({ officerId }) => (officerId && index.officers.get(officerId)?.name) || []);
        const state = stateOf(duty, duty.crew, nowAt);
        const lacks = Math.max(0, (duty.headcount ?? 0) - duty.crew.length);
        const said = [
          state !== 'normal' && t(`state.${state}`),
          lacks > 0 && t('lacks', { count: lacks }),
          conflicts.has(keyOf(duty)) && t('conflict'),
        ].filter(Boolean);
        return (
          <Tr key={keyOf(duty)} onOpen={open}>
            <Td className="vb-nowrap">
              <RowLink onOpen={open}>{`${time.stampDay(duty.fromAt)}–${endOf(duty)}`}</RowLink>
            </Td>
            <Td>{theCase && caseName(theCase)}</Td>
            <Td>{(measure && words.title(measure)) || words.type(duty.type)}</Td>
            <Td>{crew.join(', ') || measure?.crew || <span className="vb-muted">{t('nobody')}</span>}</Td>
            <Td>{said.join(', ') || <span className="vb-muted">{t('planned')}</span>}</Td>
          </Tr>
        );
      })}
    </Table>
  );
}
