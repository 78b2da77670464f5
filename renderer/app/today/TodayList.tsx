import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayCase, TodayView } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { kindOfRow } from '#model/today/kind-of-row.ts';
import { TODAY_GROUPS, type TodayGroup, type TodayRow } from '#model/today/rows.ts';
import { askFlag } from '#renderer/features/flag/asked.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { areaOf } from '../palette/area-of.ts';
import { TodayRowView } from './TodayRowView.tsx';

interface Props {
  board: TodayView;
  cases: ReadonlyMap<RecordId, TodayCase>;
  now: number;
  filtered: boolean;
  onAll: () => void;
  /** With the old rows. */
  older: boolean;
  onOlder: (older: boolean) => void;
  /** Asks for more rows of a group. */
  onMore: (group: TodayGroup) => void;
}

/** The rows in their groups, of each the first ones until more are asked for. J and K walk from row to row, Enter opens the one that has the keys. */
export function TodayList({ board, cases, now, filtered, onAll, older, onOlder, onMore }: Props) {
  const { t } = useTranslation('today');
  const list = useRef<HTMLDivElement>(null);
  const openCase = useNavigation((n) => n.openCase);
  const goPage = useNavigation((n) => n.goPage);
  const goTime = useNavigation((n) => n.goTime);
  const { rows, groups, fresh, oldCount } = board;

  const walk = (step: 1 | -1) => {
    const openers = [...(list.current?.querySelectorAll<HTMLButtonElement>('.vb-today-open') ?? [])];
    const at = openers.indexOf(document.activeElement as HTMLButtonElement);
    const next = at < 0 ? (step === 1 ? 0 : openers.length - 1) : Math.min(openers.length - 1, Math.max(0, at + step));
    openers[next]?.focus();
  };
  const group = t('title');
  useCommands([
    { id: 'today.next', label: t('next'), keys: 'J', group, run: () => walk(1) },
    { id: 'today.previous', label: t('previous'), keys: 'K', group, run: () => walk(-1) },
  ]);
  const open = (row: TodayRow) => {
    if (row.caseId === null) return goPage('log');
    const rule = row.prompt?.rule ?? row.flags?.[0]?.rule;
    if (rule) {
      askFlag(row.caseId, rule);
      return openCase(row.caseId, 'overview');
    }
    if (row.prompt?.at) return goTime(row.caseId, row.prompt.at);
    const kind = kindOfRow(row);
    openCase(row.caseId, areaOf(kind), row.recordIds[0] ?? null);
  };

  return (
    <Panel
      title={t('list')}
      icon="hourglass"
      count={t('listCount', { count: fresh.count, cases: t('caseCount', { count: fresh.cases }) })}
      flush
      className="vb-today-list"
      actions={
        <span className="vb-today-keys">
          {t('keyNext')} <Kbd keys="J" /> {t('keyOpen')} <Kbd keys="Enter" />
        </span>
      }
    >
      <div ref={list}>
        {rows.length === 0 && (
          <EmptyState
            icon="check-c"
            title={t(filtered ? 'none.filtered' : 'none.title')}
            text={t('none.text')}
            action={filtered && <Button onClick={onAll}>{t('none.all')}</Button>}
          />
        )}
        {TODAY_GROUPS.map((name) => {
          const own = rows.filter((row) => row.group === name);
          const left = groups[name] - own.length;
          if (own.length === 0) return null;
          return (
            <section key={name} aria-label={t(`group.${name}`)}>
              <h3 className="vb-today-group">
                {name === 'danger' && <Icon name="warn" size={14} />}
                {t(`group.${name}`)} <span>{groups[name]}</span>
              </h3>
              <ul className="vb-today-rows">
                {own.map((row) => (
                  <TodayRowView
                    key={row.key}
                    row={row}
                    one={row.caseId === null ? undefined : cases.get(row.caseId)}
                    now={now}
                    onOpen={() => open(row)}
                  />
                ))}
              </ul>
              {left > 0 && (
                <div className="vb-today-more">
                  <Button variant="quiet" size="sm" onClick={() => onMore(name)}>
                    {t('more', { count: left, group: t(`group.${name}`) })}
                  </Button>
                </div>
              )}
            </section>
          );
        })}
        {oldCount > 0 && (
          <div className="vb-today-old">
            <Button variant="quiet" size="sm" on={older} onClick={() => onOlder(!older)}>
              {t(older ? 'hideOld' : 'showOld', { count: oldCount })}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
