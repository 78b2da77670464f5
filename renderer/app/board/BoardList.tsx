import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCase } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { CaseArea } from '#renderer/ui/navigation.ts';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { type BoardInput, caseName, countLacking, stateOf } from './board-data.ts';

interface Props {
  input: BoardInput;
  duties: readonly Duty[];
  /** Needs that are not met. */
  needs: readonly CoverageInterval[];
  onOpen: (caseId: RecordId, area: CaseArea, recordId: RecordId) => void;
  /** What can be done with a duty; the place is in client px. */
  onMenu: (duty: Duty, place: { clientX: number; clientY: number }) => void;
}

const DAY_MS = 86_400_000;

/** A row of the table: a duty, or a stretch in which a need is not met. */
type Row = { readonly key: string; readonly fromAt: number } & (
  | { readonly duty: Duty }
  | { readonly open: CoverageInterval }
);

/** The same duties as a table, in time order, with what is not met among them: what the drawing says, in words. */
export function BoardList({ input, duties, needs, onOpen, onMenu }: Props) {
  const { t } = useTranslation('board');
  const time = useTimeWords();
  const { view, index, words, conflicts, lacking, nowAt } = input;
  // An end within a day is told by the clock alone.
  const endOf = ({ fromAt, toAt }: Pick<Duty, 'fromAt' | 'toAt'>) =>
    toAt === null ? t('open') : toAt - fromAt < DAY_MS ? time.clock(toAt) : time.stamp(toAt);
  const nameOf = (theCase: PlanCase | undefined) => theCase && caseName(theCase);
  const rows: Row[] = [
    ...duties.map((duty) => ({ key: keyOf(duty), fromAt: duty.fromAt, duty })),
    ...needs.map((open) => ({ key: `${keyOf(open.need)}:${open.fromAt}`, fromAt: open.fromAt, open })),
  ].sort((a, b) => a.fromAt - b.fromAt || a.key.localeCompare(b.key));

  const needRow = (key: string, { need, fromAt, toAt, state }: CoverageInterval) => {
    const record = view.needs.find(({ id }) => id === need.id);
    if (!record) return null;
    const open = () => onOpen(record.caseId, 'timeline', record.id);
    return (
      <Tr key={key} onOpen={open}>
        <Td className="vb-nowrap">
          <RowLink onOpen={open}>{`${time.stampDay(fromAt)}–${endOf({ fromAt, toAt })}`}</RowLink>
        </Td>
        <Td>{nameOf(index.cases.get(record.caseId))}</Td>
        <Td>{t('need', { label: record.label, asks: words.need(record) })}</Td>
        <Td />
        <Td>
          <strong>{t(`plan:state.${state}`)}</strong>
        </Td>
        <Td />
      </Tr>
    );
  };
  const dutyRow = (duty: Duty) => {
    const measure = index.measures.get(duty.id);
    const open = () => onOpen(duty.caseId as RecordId, 'timeline', duty.id as RecordId);
    const crew = duty.crew.flatMap(({ officerId }) => (officerId && index.officers.get(officerId)?.name) || []);
    const state = stateOf(duty, duty.crew, nowAt);
    const said = [
      state !== 'normal' && t(`state.${state}`),
      lacking.has(keyOf(duty)) && t('lacks', { count: countLacking(duty) }),
      conflicts.has(keyOf(duty)) && t('conflict'),
    ].filter(Boolean);
    const when = `${time.stampDay(duty.fromAt)}–${endOf(duty)}`;
    const what = (measure && words.title(measure)) || words.type(duty.type);
    const menu = (event: MouseEvent<HTMLElement>) => {
      // The menu closes at a click beside it, which this one would be once it is open.
      event.stopPropagation();
      const box = event.currentTarget.getBoundingClientRect();
      onMenu(duty, { clientX: box.left, clientY: box.bottom });
    };
    return (
      <Tr key={keyOf(duty)} onOpen={open}>
        <Td className="vb-nowrap">
          <RowLink onOpen={open}>{when}</RowLink>
        </Td>
        <Td>{nameOf(index.cases.get(duty.caseId))}</Td>
        <Td>{what}</Td>
        <Td>{crew.join(', ') || measure?.crew || <span className="vb-muted">{t('nobody')}</span>}</Td>
        <Td>{said.join(', ') || <span className="vb-muted">{t('planned')}</span>}</Td>
        <Td end>
          <IconButton icon="more" size="sm" label={t('menu.of', { what, when })} onClick={menu} />
        </Td>
      </Tr>
    );
  };
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
          <Th end>{t('column.actions')}</Th>
        </>
      }
    >
      {rows.map((row) => ('duty' in row ? dutyRow(row.duty) : needRow(row.key, row.open)))}
    </Table>
  );
}
