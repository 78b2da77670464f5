import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayCase } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { TODAY_GROUPS, type TodayRow } from '#model/today/rows.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { areaOf } from '../palette/area-of.ts';
import { kindOfRow } from './row-words.ts';
import { TodayRowView } from './TodayRowView.tsx';

interface Props {
  rows: readonly TodayRow[];
  cases: ReadonlyMap<RecordId, TodayCase>;
  now: number;
  filtered: boolean;
  onAll: () => void;
}

/** The rows in their groups. J and K walk from row to row, Enter opens the one that has the keys. */
export function TodayList({ rows, cases, now, filtered, onAll }: Props) {
  const { t } = useTranslation('today');
  const list = useRef<HTMLDivElement>(null);
  const [older, setOlder] = useState(false);
  const openCase = useNavigation((n) => n.openCase);
  const goPage = useNavigation((n) => n.goPage);
  const fresh = rows.filter((row) => !row.old);
  const old = rows.filter((row) => row.old);
  const shown = older ? [...fresh, ...old] : fresh;
  const caseCount = new Set(fresh.map((row) => row.caseId)).size;

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
    const kind = kindOfRow(row);
    openCase(row.caseId, areaOf(kind), row.recordIds[0] ?? null);
  };

  return (
    <Panel
      title={t('list')}
      icon="hourglass"
      count={t('listCount', { count: fresh.length, cases: t('caseCount', { count: caseCount }) })}
      flush
      className="vb-today-list"
      actions={
        <span className="vb-today-keys">
          {t('keyNext')} <Kbd keys="J" /> {t('keyOpen')} <Kbd keys="Enter" />
        </span>
      }
    >
      <div ref={list}>
        {shown.length === 0 && (
          <EmptyState
            icon="check-c"
            title={t(filtered ? 'none.filtered' : 'none.title')}
            text={t('none.text')}
            action={filtered && <Button onClick={onAll}>{t('none.all')}</Button>}
          />
        )}
        {TODAY_GROUPS.map((name) => {
          const own = shown.filter((row) => row.group === name);
          if (own.length === 0) return null;
          return (
            <section key={name} aria-label={t(`group.${name}`)}>
              <h3 className="vb-today-group">
                {name === 'danger' && <Icon name="warn" size={14} />}
                {t(`group.${name}`)} <span>{own.length}</span>
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
            </section>
          );
        })}
        {old.length > 0 && (
          <div className="vb-today-old">
            <Button variant="quiet" size="sm" on={older} onClick={() => setOlder(!older)}>
              {t(older ? 'hideOld' : 'showOld', { count: old.length })}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
