import { useTranslation } from 'react-i18next';
import type { TodayCase } from '#contract/today.ts';
import { responsibleOf } from '#model/today/filter.ts';
import { kindOfRow } from '#model/today/kind-of-row.ts';
import type { TodayRow } from '#model/today/rows.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { LawSource } from '#renderer/ui/LawSource.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { inkOf, useRowWords } from './row-words.ts';

interface Props {
  row: TodayRow;
  one: TodayCase | undefined;
  now: number;
  onOpen: () => void;
}

/** One cause of work: time, what, by which rule, whose case, who answers for it. */
export function TodayRowView({ row, one, now, onOpen }: Props) {
  const { t } = useTranslation('today');
  const words = useRowWords();
  const ink = inkOf(row, now);
  const title = words.title(row);
  const alias = one ? (one.protectedPersons[0] ?? one.name) : t('book');
  // A case without a number is told by its name: two protected persons may be called the same.
  const caseName = one?.number ?? (one && one.name !== alias ? one.name : '');
  const detail = words.detail(row);
  const isClock = row.clock !== null && row.danger === null && row.prompt === null;
  return (
    <li className={classNames('vb-today-row', ink === 'over' && 'vb-today-over')}>
      <span className="vb-today-chip">
        <Urgency state={ink}>{words.chip(row, now)}</Urgency>
      </span>
      <span className="vb-today-date">{words.date(row)}</span>
      <KindBadge kind={kindOfRow(row)} />
      <span className="vb-today-what">
        <button type="button" className="vb-today-open vb-cut" title={title} onClick={onOpen}>
          {title}
        </button>
        <span className="vb-today-rule" title={detail}>
          {isClock && row.clock && <LawSource clock={row.clock} />}
          <span className="vb-cut">{isClock ? `: ${detail}` : detail}</span>
        </span>
      </span>
      <span className="vb-today-case">
        <b className="vb-cut" title={alias}>
          {alias}
        </b>
        <span className="vb-cut" title={caseName}>
          {caseName}
        </span>
      </span>
      <span className="vb-today-who vb-cut" title={t(`duty.${row.duty}`)}>
        {responsibleOf(row, one) ?? t(`duty.${row.duty}`)}
      </span>
    </li>
  );
}
