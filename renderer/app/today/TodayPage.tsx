import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import type { TodayGroup } from '#model/today/rows.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { CoveragePanel } from './CoveragePanel.tsx';
import { coverageRows, totalGap } from './coverage-rows.ts';
import { EscortsPanel } from './EscortsPanel.tsx';
import { EventsPanel } from './EventsPanel.tsx';
import { escortsOf } from './escorts.ts';
import { OrdersPanel } from './OrdersPanel.tsx';
import { TodayFilterMenu } from './TodayFilterMenu.tsx';
import { TodayList } from './TodayList.tsx';
import { TodayTiles } from './TodayTiles.tsx';
import { isNarrowed, useTodayFilter, WHOLE_DAY } from './today-filter.ts';
import { useToday } from './use-today.ts';
import './today.css';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
/** Rows of a group that are drawn at first, and by how many they grow. */
const FIRST = 50;
const MORE = 200;
const MOST = 10_000;
const NOTHING_TO_CHOOSE = { responsible: [], units: [], kinds: [] };
const FIRST_ROWS: Readonly<Record<TodayGroup, number>> = { danger: FIRST, law: FIRST, expiry: FIRST, own: FIRST };

/** The board of the day over all open cases: what asks to act now, the next 24 hours, and what ends soon. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const zone = useZone();
  const goPage = useNavigation((n) => n.goPage);
  const [filter, setFilter] = useTodayFilter();
  const [older, setOlder] = useState(false);
  const [most, setMost] = useState(FIRST_ROWS);
  const { data, error, now } = useToday({ ...filter, older, most });
  // The window moves on with the hour, not with the minute: the plan is not asked for anew sixty times.
  const fromAt = Math.floor(now / HOUR_MS) * HOUR_MS;
  const window = { caseId: null, fromAt, toAt: fromAt + DAY_MS + HOUR_MS };
  const coverage = useRoute('plan.coverage', window);
  const plan = useRoute('plan.window', window);

  const cases = useMemo(() => new Map((data?.cases ?? []).map((one) => [one.id, one])), [data]);
  const mineCount = data?.cases.filter((one) => one.mine).length ?? 0;
  const shownCases = useMemo(
    () => new Set([...cases.values()].filter((one) => filter.whose === 'unit' || one.mine).map((one) => one.id)),
    [cases, filter.whose],
  );
  const covered = useMemo(
    () => coverageRows(coverage.data?.intervals ?? [], plan.data, cases, shownCases, now, now + DAY_MS),
    [coverage.data, plan.data, cases, shownCases, now],
  );
  const escorts = useMemo(
    () => escortsOf(plan.data, cases, shownCases, now, zone),
    [plan.data, cases, shownCases, now, zone],
  );
  const orders = (data?.orders ?? []).filter((order) => shownCases.has(order.caseId));
  const events = (data?.events ?? []).filter((event) => shownCases.has(event.caseId));
  const hours = localParts(now, zone).hoursInDay;

  return (
    <main className="vb-sheet">
      <TopBar
        title={t('title')}
        sub={
          <>
            <b className="vb-today-now">{time.clock(now)}</b> {time.longDate(now)}
          </>
        }
        actions={
          <>
            <Segmented
              label={t('whose')}
              value={filter.whose}
              options={[
                { value: 'mine', label: t('mine', { count: mineCount }) },
                { value: 'unit', label: t('unit', { count: cases.size }) },
              ]}
              onChange={(whose) => setFilter({ ...filter, whose })}
            />
            <TodayFilterMenu filter={filter} onFilter={setFilter} board={data ?? NOTHING_TO_CHOOSE} />
            <SearchBox />
          </>
        }
      >
        {hours !== 24 && (
          <Chip>
            <Icon name="clock" size={14} /> {t(hours === 23 ? 'summerTime' : 'winterTime')}
          </Chip>
        )}
      </TopBar>
      <div className="vb-today">
        <ErrorNotice error={error ?? coverage.error ?? plan.error} />
        {data && cases.size === 0 ? (
          <EmptyState
            icon="today"
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <Button variant="primary" onClick={() => goPage('cases')}>
                {t('empty.action')}
              </Button>
            }
          />
        ) : (
          data && (
            <>
              <TodayTiles
                board={data}
                now={now}
                isPart={isNarrowed({ ...filter, only: null })}
                only={filter.only}
                onOnly={(only) => setFilter({ ...filter, only })}
                gaps={totalGap(covered)}
                escorts={escorts}
                orders={orders}
              />
              <div className="vb-today-grid">
                <TodayList
                  board={data}
                  cases={cases}
                  now={now}
                  filtered={isNarrowed(filter)}
                  onAll={() => setFilter({ ...WHOLE_DAY, whose: filter.whose })}
                  older={older}
                  onOlder={setOlder}
                  onMore={(group) => setMost({ ...most, [group]: Math.min(MOST, most[group] + MORE) })}
                />
                <div className="vb-today-right">
                  <CoveragePanel rows={covered} now={now} known={coverage.data !== undefined} />
                  <div className="vb-today-two">
                    <EscortsPanel escorts={escorts} />
                    <OrdersPanel orders={orders} cases={cases} now={now} />
                  </div>
                  <EventsPanel events={events} cases={cases} fromAt={data.eventsFromAt} />
                </div>
              </div>
            </>
          )
        )}
      </div>
    </main>
  );
}
